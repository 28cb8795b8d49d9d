import {
  chosenVillage,
  FIND_VILLAGE_PAGE,
  SIGN_IN_PAGE,
  useMe,
  useVillagePhone,
} from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { replace, useParams } from '@miniapp/platform/navigate';
import { Bar } from '@miniapp/ui/Bar';
import { CallRow } from '@miniapp/ui/CallRow';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { forgetQueries } from '@miniapp/ui/useQuery';
import { personFieldSentence } from '@shared/messages/person-fields';
import { checkIdNumber } from '@shared/people/id-number';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { CASE_PAGE, TAKE_OVER_PAGE } from './pages';

const CODE_DIGITS = 8;

interface Problems {
  code?: string;
  idNo?: string;
}

function problemsOf(code: string, idNo: string): Problems {
  const checked = checkIdNumber(idNo);
  return {
    ...(code.length !== CODE_DIGITS && {
      code: `接办码是 ${CODE_DIGITS} 位数字，您填了 ${code.length} 位。`,
    }),
    ...(!checked.ok && { idNo: personFieldSentence(`ID_${checked.reason}`, { digits: checked.digits }) }),
  };
}

/** A family takes over what somebody else reported for it (domain.md 3.1): by the code that he gave. */
export function TakeOver() {
  const given = useParams<'code'>().code ?? '';
  const signedIn = useMe().data?.signedIn === true;
  const village = chosenVillage();
  const phone = useVillagePhone();
  const code = useRef<FieldHandle>(null);
  const idNo = useRef<FieldHandle>(null);
  const [problems, setProblems] = useState<Problems>({});
  const take = useCommand((input: { village: string; code: string; idNo: string }, requestId) =>
    call('applications.takeOver', input, requestId),
  );
  const go = async () => {
    if (village === undefined) return replace(FIND_VILLAGE_PAGE, { onward: TAKE_OVER_PAGE });
    if (!signedIn) return replace(SIGN_IN_PAGE, { onward: TAKE_OVER_PAGE });
    const typed = {
      village: village.code,
      code: (code.current?.value() ?? '').replace(/\D/g, ''),
      idNo: idNo.current?.value() ?? '',
    };
    const wrong = problemsOf(typed.code, typed.idNo);
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return undefined;
    const taken = await take.run(typed);
    if (taken === undefined) return undefined;
    forgetQueries();
    return replace(CASE_PAGE, { case: taken.case.id });
  };
  return (
    <Page
      title="接过来自己办"
      white
      bar={<Bar primary={{ children: '接过来', busy: take.busy, busyText: '正在接…', onTap: go }} />}
    >
      <Head
        title="别人替您家报的，接过来"
        hint="接过来以后，替您报的人就看不到了。"
        read="别人替您家报的，可以接过来自己办。填八位接办码和户主的身份证号。"
      />
      <View className="sw-pad">
        {take.error !== undefined && (
          <Note
            state="late"
            alert
            inset
            title={sentenceOf(take.error) ?? '没有接成。可能是网不好，再点一次。'}
          />
        )}
        <Field
          ref={code}
          label="接办码"
          type="number"
          initial={given}
          error={problems.code}
          hint="问替您报的人，他手机里能给。"
        />
        <Field ref={idNo} label="户主的身份证号" type="idcard" maxLength={24} error={problems.idNo} />
      </View>
      {phone && (
        <Section>
          <CallRow title="要不到接办码？打给村委会" number={phone.number} />
        </Section>
      )}
    </Page>
  );
}
