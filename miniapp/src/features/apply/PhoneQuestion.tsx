import { chosenVillage } from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { isWeapp } from '@miniapp/platform/target';
import { Button } from '@miniapp/ui/Button';
import { Choices } from '@miniapp/ui/Choices';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Problem } from '@miniapp/ui/Problem';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Question } from './Question';
import { useReport } from './useReport';

type Way = 'NUMBER' | 'NONE';

/** 02-b3. WeChat's own number in one tap, another, or none: each is an answer, and the first and last go on at once. */
export function PhoneQuestion() {
  const report = useReport('phone');
  const { answers, say, next, problem } = report;
  const number = useRef<FieldHandle>(null);
  const [way, setWay] = useState<Way | undefined>(
    answers.noPhone ? 'NONE' : answers.phone === '' ? undefined : 'NUMBER',
  );
  const asksWechat = isWeapp && (chosenVillage()?.fills?.includes('WECHAT_PHONE') ?? false);
  const choose = (chosen: Way) => {
    setWay(chosen);
    if (chosen === 'NONE') next({ noPhone: true });
    else say({ noPhone: false });
  };
  const wrong = problem('phone');
  return (
    <Question
      report={report}
      title="打哪个电话找您？"
      hint="干部上门前会先打电话。"
      read="打哪个电话找您？没有电话也能报。"
      fields={{ phone: number }}
      bar={{ primary: { children: '下一步', onTap: () => next() } }}
    >
      {asksWechat && <WechatNumber onTold={(phone) => next({ phone, noPhone: false })} />}
      <Choices<Way>
        label="联系电话"
        hideLabel
        value={way}
        onChange={choose}
        error={way === undefined ? wrong : undefined}
        choices={[
          asksWechat
            ? { value: 'NUMBER', icon: 'pen', label: '填别的号码' }
            : { value: 'NUMBER', icon: 'phone', label: '填一个手机号' },
          { value: 'NONE', icon: 'family', label: '没有电话', detail: '网格员会到家里告诉您' },
        ]}
      />
      {way === 'NUMBER' && (
        <Field
          ref={number}
          label="手机号"
          type="tel"
          initial={answers.phone}
          error={wrong}
          onInput={(phone) => say({ phone })}
        />
      )}
    </Question>
  );
}

const NOT_TOLD = '微信没有给号码。请再点一次，或者自己填。';

/** WeChat asks the person itself; what it gives is a code, which the server exchanges for the number. */
function WechatNumber({ onTold }: { onTold: (phone: string) => void }) {
  const [state, setState] = useState<{ busy: boolean; problem?: string }>({ busy: false });
  const told = async ({ code, errMsg }: { code?: string; errMsg: string }) => {
    if (code === undefined) {
      // She said no: the other two answers stand below.
      setState({ busy: false, problem: errMsg.includes('deny') ? undefined : NOT_TOLD });
      return;
    }
    setState({ busy: true });
    try {
      const { phone } = await call('accounts.phoneNumber', { code });
      setState({ busy: false });
      onTold(phone);
    } catch (error) {
      setState({ busy: false, problem: sentenceOf(error) ?? NOT_TOLD });
    }
  };
  return (
    <>
      {state.problem && <Problem text={state.problem} />}
      <Button
        size="big"
        icon="phone"
        openType="getPhoneNumber"
        busy={state.busy}
        busyText="正在取号码…"
        onPhoneNumber={told}
      >
        用我的微信手机号
      </Button>
      <View className="sw-mt12" />
    </>
  );
}
