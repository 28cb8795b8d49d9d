import { chooseVillage, chosenVillage, useVillagePhone } from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { replace, useParams } from '@miniapp/platform/navigate';
import { confirm } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Head } from '@miniapp/ui/Head';
import { type Fact, KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf, QueryView } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { fullDay } from '@shared/messages/format';
import { formatCaseNo } from '@shared/people/case-number';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { Answers } from './answers';
import { answersBefore, type ToldBefore } from './before';
import { act, currentForm, draftStep } from './draft';
import { pageOf, SAVED_PAGE } from './pages';
import { forgetPhotos } from './photos';
import { isWaiting } from './submission';
import { forgetVoice } from './voice';
import { idWords, needWords, phoneWords, phraseWords, reporterWords, troubleWords } from './words';

/** The door to a new report that begins with what was told in a case that is over; each page is still looked at. */
export function ReportAgain() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useQuery(caseId === '' ? undefined : `told:${caseId}`, async () => {
    const { told } = await call('applications.again', { caseId });
    const there = await call('regions.village', { code: told.village });
    return { told, there };
  });
  const phone = useVillagePhone();
  const found = query.data;

  useEffect(() => {
    if (isWaiting()) replace(SAVED_PAGE);
  }, []);

  const begin = useCommand(async (answers: Answers) => {
    const { village } = answers;
    // The report is for the village on the front page: that one first, or the pages would not agree.
    if (village !== null && chosenVillage()?.code !== village.code)
      await chooseVillage({ code: village.code, boardCode: '' });
    // What was begun before is gone, with its photos and its recording.
    forgetPhotos();
    forgetVoice();
    act({ type: 'begin', answers });
    await replace(pageOf('village'));
  });
  const start = async (answers: Answers) => {
    const begun = draftStep(currentForm()) !== null;
    const sure =
      !begun ||
      (await confirm({
        title: '手机里有一份没填完的',
        text: '换成上次填的，没填完的那份就没有了。',
        yes: '换成上次填的',
        no: '不换',
      }));
    if (sure) await begin.run(answers);
  };
  const failed = failureOf(begin.error, 'fetch');
  const answers = found && answersBefore(found.told, nameOf(found.there));
  return (
    <Page
      title="我要申报"
      bar={
        answers && (
          <Bar
            primary={{
              children: '好，一样一样看',
              busy: begin.busy,
              busyText: '正在打开…',
              onTap: () => start(answers),
            }}
            second={{ children: '不用上次的，从头填', onTap: () => replace(pageOf('village')) }}
          />
        )
      }
    >
      <Head
        title="照上次填的，再报一次"
        hint="上次填的先替您填好。您一样一样看，变了的就改。"
        read="照上次填的，再报一次。上次填的先替您填好。您一样一样看，变了的就改。点绿色的，就开始看。"
      />
      {failed !== undefined && <Note state="late" alert title={failed} />}
      <QueryView query={query} rows={6} phone={phone}>
        {({ told }) =>
          answers && (
            <>
              <Note state="need" title="上次签的名不算数">
                同意查信息的签名，这次要重新签。
              </Note>
              <Section title="上次填的">
                <KeyValue facts={factsOf(told, answers)} />
              </Section>
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

const nameOf = ({ code, name, townName, countyName }: NonNullable<Answers['village']>) => ({
  code,
  name,
  townName,
  countyName,
});

function factsOf(told: ToldBefore, answers: Answers): Fact[] {
  const lines = (parts: readonly string[]) =>
    parts.filter(Boolean).map((part) => <View key={part}>{part}</View>);
  return [
    { key: '编号', value: `${formatCaseNo(told.caseNo)}，${fullDay(told.endedOn)}办完` },
    { key: '户主', value: answers.headName },
    { key: '谁来报', value: answers.who === null ? undefined : reporterWords(answers) },
    { key: '身份证', value: told.idNo === null ? undefined : idWords(answers) },
    { key: '电话', value: told.phone === null && !told.noPhone ? undefined : phoneWords(answers) },
    { key: '什么事', value: lines([phraseWords(answers), answers.text]) },
    { key: '最难的', value: lines(troubleWords(answers)) },
    { key: '几口人', value: told.memberCount === null ? undefined : `${told.memberCount} 口` },
    { key: '想要的帮忙', value: needWords(answers) || undefined },
  ];
}
