import { chosenVillage } from '@miniapp/features/account';
import { isWeapp } from '@miniapp/platform/target';
import { Button } from '@miniapp/ui/Button';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Problem } from '@miniapp/ui/Problem';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Question } from './Question';
import { useIdPhoto } from './useIdPhoto';
import { useReport } from './useReport';

/** From this refusal on, a number that does not check out may be left to the visit (ux.md 7.4). */
const ENOUGH_REFUSALS = 2;

/** 02-b2. Name and ID number are one fact, so they share a page. A photo of the card fills in both. */
export function HeadQuestion() {
  const report = useReport('head');
  const { answers, say, next, problem } = report;
  const name = useRef<FieldHandle>(null);
  const idNo = useRef<FieldHandle>(null);
  // WeChat's keyboard for ID numbers has no B; the reissued disability card does.
  const [letters, setLetters] = useState(false);
  const reads = chosenVillage()?.fills?.includes('ID_PHOTO') ?? false;
  const photo = useIdPhoto(answers.village?.code ?? chosenVillage()?.code ?? '', (card) => {
    if (card.name !== null) name.current?.set(card.name);
    if (card.idNo !== null) idNo.current?.set(card.idNo);
    say({
      ...(card.name !== null && { headName: card.name }),
      ...(card.idNo !== null && { idNo: card.idNo }),
    });
  });
  const idProblem = problem('idNo');
  const mayLeave = idProblem !== undefined && answers.idRefusals >= ENOUGH_REFUSALS;
  return (
    <Question
      report={report}
      title="户主叫什么名字？"
      hint="请照身份证填。只有办这件事的干部看得到，公示不会写身份证号。"
      read={
        reads
          ? '户主叫什么名字？可以拍身份证，自动就填好。身份证不在手边，就点最下面那一行。'
          : '户主叫什么名字？再写上身份证号。身份证不在手边，就点最下面那一行。'
      }
      fields={{ headName: name, idNo }}
      bar={{
        primary: { children: '下一步', onTap: () => next() },
        link: { text: '身份证不在手边', onTap: () => next({ idLater: true }) },
      }}
    >
      {reads && (
        <>
          {photo.problem && <Problem text={photo.problem} />}
          <Button size="big" icon="camera" busy={photo.busy} busyText="正在看身份证…" onTap={photo.take}>
            拍身份证，自动填
          </Button>
          {photo.filled && (
            <Note state="ok" inset title="填好了，看一眼对不对">
              照片没有存。
            </Note>
          )}
        </>
      )}
      <Field
        ref={name}
        label="姓名"
        initial={answers.headName}
        error={problem('headName')}
        onInput={(headName) => say({ headName })}
      />
      <Field
        key={letters ? 'letters' : 'digits'}
        ref={idNo}
        label="身份证号"
        type={letters ? 'text' : 'idcard'}
        maxLength={24}
        initial={answers.idNo}
        error={idProblem}
        hint="残疾人证号也可以填这里"
        onInput={(text) => say({ idNo: text })}
      />
      {isWeapp && !letters && answers.idNo.length >= 20 && (
        <Link edge onTap={() => setLetters(true)}>
          号码里有字母 B，点这里
        </Link>
      )}
      {mayLeave && (
        <View className="sw-mt12">
          <Button onTap={() => next({ idLater: true })}>先这样交，干部上门时再核对</Button>
        </View>
      )}
    </Question>
  );
}
