import { call } from '@miniapp/platform/api';
import { isWeapp } from '@miniapp/platform/target';
import { Button } from '@miniapp/ui/Button';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Problem } from '@miniapp/ui/Problem';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useRef, useState } from 'react';
import { forgetPerson, type Me } from './me';

interface ActivateProps {
  /** On the local stack, where no WeChat is asked: the number is typed in. */
  typed: boolean;
  onDone: (me: Me) => void;
}

interface Taking {
  proof: string;
  county: string;
}

/** Whoever stands on a county's list takes it up with the own phone: WeChat tells the number, the server compares. */
export function Activate({ typed, onDone }: ActivateProps) {
  const [lists, setLists] = useState<{ proof: string; found: { county: string; countyName: string }[] }>();
  const [refused, setRefused] = useState<string>();
  const number = useRef<FieldHandle>(null);
  const take = useCommand(async ({ proof, county }: Taking, requestId: string) => {
    const told = await call('staff.activate', { proof, county }, requestId);
    if (told.me === null) return setLists({ proof, found: told.lists });
    forgetPerson();
    onDone(told.me);
  });
  const ask = useCommand(async (code: string, requestId: string) => {
    const { proof } = await call('accounts.phoneNumber', { code }, requestId);
    await take.run({ proof, county: '' });
  });
  const tell = (code: string | undefined, said = '') => {
    setRefused(code === undefined && !said.includes('deny') ? '微信没有给号码。请再点一次。' : undefined);
    if (code !== undefined) void ask.run(code);
  };
  const error = take.error ?? ask.error;
  const problem =
    refused ??
    (error === undefined ? undefined : (sentenceOf(error) ?? '没有办成。可能是网不好，再点一次。'));
  const busy = { busy: ask.busy || take.busy, busyText: '正在对名单…' };
  if (lists !== undefined)
    return (
      <Section title="您在几个县的名单上，开通哪一个？">
        {problem && <Problem text={problem} />}
        {lists.found.map(({ county, countyName }) => (
          <Row
            key={county}
            icon="user"
            title={countyName}
            onTap={() => void take.run({ proof: lists.proof, county })}
          />
        ))}
      </Section>
    );
  return (
    <Section flush pad title="工作人员第一次用">
      {problem && <Problem text={problem} />}
      {isWeapp ? (
        <Button
          size="big"
          icon="phone"
          openType="getPhoneNumber"
          onPhoneNumber={({ code, errMsg }) => tell(code, errMsg)}
          {...busy}
        >
          用微信手机号开通
        </Button>
      ) : (
        typed && (
          <>
            <Field
              ref={number}
              label="演示：微信会给的手机号"
              type="tel"
              hint="县里的名单上要有这个号。"
              maxLength={11}
            />
            <Button onTap={() => tell(number.current?.value() ?? '')} {...busy}>
              开通
            </Button>
          </>
        )
      )}
    </Section>
  );
}
