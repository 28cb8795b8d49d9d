import { sendFile } from '@miniapp/features/attachments';
import { photoFromDrawing } from '@miniapp/platform/media';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Sign, type SignHandle } from '@miniapp/ui/Sign';
import { ACTION_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { FrameContext, useFrame } from '../frame';
import { checked } from '../model/checked';
import { Figures } from '../parts/Figures';
import { Findings } from '../parts/Findings';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { One } from './One';
import { useForm } from './useForm';

const READY = ['情况属实', '基本属实', '和申报的有出入'].map((value) => ({ value, label: value }));

/** Each of the two who went there signs under the record, with an opinion of the own (domain.md 1.1). */
export function SignVerificationForm(props: FormProps) {
  const { view } = props;
  const frame = useFrame();
  const { form, change, problems, submit } = useForm(() => ({ opinion: '' }));
  const doing = useCaseAct('reviews.signVerification', props);
  const opinion = useRef<FieldHandle>(null);
  const ink = useRef<SignHandle>(null);
  const [sending, setSending] = useState(false);
  const [unsent, setUnsent] = useState<string>();

  const hand = async (text: string) => {
    setUnsent(undefined);
    setSending(true);
    try {
      const drawing = await ink.current?.toImage();
      const signatureId =
        drawing === undefined ? null : await sendFile(await photoFromDrawing(drawing), 'SIGNATURE');
      await doing.run({ opinion: text, signatureId });
    } catch (error) {
      setUnsent(sentenceOf(error) ?? '签名没传上，可能是网不好。再点一次。');
    } finally {
      setSending(false);
    }
  };
  return (
    <FormFrame
      title="看一遍，没错就签名"
      hint="核实表改动以后，要两个人重新签。"
      bar="核实签名"
      problem={doing.problem ?? unsent}
      bands
      submit={{
        children: ACTION_LABELS.signVerification,
        busy: doing.busy || sending,
        busyText: '正在交…',
        onTap: () =>
          submit(
            ({ opinion: text }) =>
              checked<string>(text.trim() === '' ? { opinion: '您怎么看？点一句，或者写一句。' } : {}, () =>
                text.trim(),
              ),
            hand,
          ),
      }}
    >
      {frame.kind === 'phone' && view.verification !== null && (
        <FrameContext.Provider value={frame}>
          <Figures view={view} />
          <Findings verification={view.verification} />
        </FrameContext.Provider>
      )}
      <View className="sw-sec sw-pad sw-pb">
        <One
          label="您的意见"
          chips={READY}
          value={form.opinion}
          onChange={(text) => {
            change({ opinion: text });
            opinion.current?.set(text);
          }}
        />
        <Field
          ref={opinion}
          label="也可以自己写"
          maxLength={300}
          optional
          error={problems.opinion ?? doing.problems.opinion}
          onInput={(text) => change({ opinion: text })}
        />
        <View className="sw-field">
          <View className="sw-field__l">
            手写签名 <View className="sw-field__opt">可以不写，点“签名”就算您签的</View>
          </View>
          <Sign ref={ink} who={props.me.name} onChange={() => undefined} />
        </View>
      </View>
    </FormFrame>
  );
}
