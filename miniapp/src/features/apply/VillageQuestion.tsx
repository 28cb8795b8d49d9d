import {
  cameByBoard,
  chosenVillage,
  FIND_VILLAGE_PAGE,
  PRIVACY_PAGE,
  useChosenVillage,
} from '@miniapp/features/account';
import { go, replace } from '@miniapp/platform/navigate';
import { isWeapp } from '@miniapp/platform/target';
import { Chips } from '@miniapp/ui/Chips';
import { Icon } from '@miniapp/ui/Icon';
import { Link } from '@miniapp/ui/Link';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { VillageAnswer } from './answers';
import { pageOf } from './pages';
import { Question } from './Question';
import { useReport } from './useReport';

const GROUPS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((number) => ({
  value: `${number}组`,
  label: `${number} 组`,
}));

/** 02-a. The village on the front page is filled in; choosing another is a page of its own. */
export function VillageQuestion() {
  const report = useReport('village');
  const { answers, say, next } = report;
  const village = useChosenVillage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the front page's village alone
  useEffect(() => {
    const here = chosenVillage();
    if (here === undefined) findVillage();
    else if (here.code !== answers.village?.code) say({ village: answerOf(here) });
  }, [village?.code]);

  const shown = answers.village;
  return (
    <Question
      report={report}
      title="您家在这个村吗？"
      hint={cameByBoard() ? '您扫了村务公示栏上的码，我们先填好了。' : '先填好了。不对就换一个村子。'}
      read={`您家在${shown?.name ?? '这个村'}吗？对，就点绿色的。`}
      bar={{
        primary: {
          children: '对，下一步',
          onTap: () => next(),
          ...(isWeapp && { openType: 'agreePrivacyAuthorization' as const }),
        },
        second: { children: '不是这个村', onTap: findVillage },
        reason: (
          <>
            点“对，下一步”，就是同意
            <Link onTap={() => go(PRIVACY_PAGE)}>《隐私保护指引》</Link>
          </>
        ),
      }}
    >
      {shown && (
        <View className="sw-choice sw-choice_on sw-choice_icon">
          <Icon name="pin" className="sw-choice__ico" />
          <View>
            <View className="sw-h1">{shown.name}</View>
            <View className="sw-choice__d">{`${shown.countyName} ${shown.townName}`}</View>
          </View>
        </View>
      )}
      <Chips
        label="在第几组？（不清楚可以不选）"
        columns={3}
        chips={GROUPS}
        value={answers.group === '' ? [] : [answers.group]}
        onChange={(groups) => say({ group: groups.find((group) => group !== answers.group) ?? '' })}
      />
    </Question>
  );
}

const findVillage = () => replace(FIND_VILLAGE_PAGE, { onward: pageOf('village') });

const answerOf = ({ code, name, townName, countyName }: VillageAnswer): VillageAnswer => ({
  code,
  name,
  townName,
  countyName,
});
