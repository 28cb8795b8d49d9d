import { call, type Output } from '@miniapp/platform/api';
import { back, useParams } from '@miniapp/platform/navigate';
import { Bar } from '@miniapp/ui/Bar';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { takeOverFacts } from '@shared/messages/take-over';
import { useState } from 'react';

/** Whoever reported for a family gives it the code by which it takes over. A new code ends the one before. */
export function GiveCode() {
  const { case: caseId = '' } = useParams<'case'>();
  const [given, setGiven] = useState<Output<'applications.takeOverCode'>>();
  const make = useCommand((_: undefined, requestId) =>
    call('applications.takeOverCode', { caseId }, requestId),
  );
  const give = async () => {
    const made = await make.run(undefined);
    if (made !== undefined) setGiven(made);
  };
  return (
    <Page
      title="让户主接过去"
      bar={
        given === undefined ? (
          <Bar primary={{ children: '给一个接办码', busy: make.busy, busyText: '正在取…', onTap: give }} />
        ) : (
          <Bar primary={{ children: '记下了', onTap: () => back() }} />
        )
      }
    >
      <Head
        title="让户主自己接过去办"
        hint="把接办码念给户主听，或者写在纸上。"
        read="让户主自己接过去办。把接办码念给户主听，或者写在纸上。接过去以后，您就看不到这件事了。"
      />
      {make.error !== undefined && (
        <Note state="late" alert title={sentenceOf(make.error) ?? '没有取到。可能是网不好，再点一次。'} />
      )}
      {given !== undefined && (
        <Section>
          <KeyValue facts={takeOverFacts(given)} />
        </Section>
      )}
      <Note state="doing" title="接过去以后，您就看不到这件事了。" />
    </Page>
  );
}
