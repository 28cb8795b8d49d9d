import { Button } from '@miniapp/ui/Button';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { Question } from './Question';
import { useReport } from './useReport';

/** From this refusal on, a number that does not check out may be left to the visit (ux.md 7.4). */
const ENOUGH_REFUSALS = 2;

/** 02-b2. Name and ID number are one fact, so they share a page. */
export function HeadQuestion() {
  const report = useReport('head');
  const { answers, say, next, problem } = report;
  const name = useRef<FieldHandle>(null);
  const idNo = useRef<FieldHandle>(null);
  const idProblem = problem('idNo');
  const mayLeave = idProblem !== undefined && answers.idRefusals >= ENOUGH_REFUSALS;
  return (
    <Question
      report={report}
      title="户主叫什么名字？"
      hint="请照身份证填。只有办这件事的干部看得到，公示不会写身份证号。"
      read="户主叫什么名字？再写上身份证号。身份证不在手边，就点最下面那一行。"
      fields={{ headName: name, idNo }}
      bar={{
        primary: { children: '下一步', onTap: () => next() },
        link: { text: '身份证不在手边', onTap: () => next({ idLater: true }) },
      }}
    >
      <Field
        ref={name}
        label="姓名"
        initial={answers.headName}
        error={problem('headName')}
        onInput={(headName) => say({ headName })}
      />
      <Field
        ref={idNo}
        label="身份证号"
        type="idcard"
        maxLength={24}
        initial={answers.idNo}
        error={idProblem}
        hint="残疾人证号也可以填这里"
        onInput={(text) => say({ idNo: text })}
      />
      {mayLeave && (
        <View className="sw-mt12">
          <Button onTap={() => next({ idLater: true })}>先这样交，干部上门时再核对</Button>
        </View>
      )}
    </Question>
  );
}
