import { ENTRY_PAGE, somethingWasDone, type Unrelated, UnrelatedLine } from '@miniapp/features/staff';
import { backOr } from '@miniapp/platform/navigate';
import { showProblem } from '@miniapp/platform/scroll';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Entry } from '../queries';
import { type ActName, actWords } from '../words';

/** A line of the checklist that was refused. */
export type Refused = { code: string; label: string; sentence: string }[];

interface FrameProps {
  entry: Entry;
  act: ActName;
  /** The word that the family is no kin, where something is signed. */
  unrelated?: Unrelated;
  /** Why it cannot be handed in yet, said at the button. */
  off?: string | undefined;
  /** Does it; gives the lines that the checklist refused, if any. */
  send: (requestId: string) => Promise<{ refused?: Refused } | object>;
  /** Whether all that is needed was said; marks what was not. */
  ready?: () => boolean;
  /** Problems of fields, so that the page leads to the first. */
  problems?: object;
  done: string;
  children?: ReactNode;
}

/** One act as a page: what it is, its form, one button; a checklist that says no is read where one stands. */
export function Frame({ entry, act, unrelated, off, send, ready, problems, done, children }: FrameProps) {
  const [refused, setRefused] = useState<Refused>([]);
  const command = useCommand((_: undefined, requestId: string) => send(requestId));
  const failed = failureOf(command.error);
  useEffect(() => {
    if (failed !== undefined || refused.length > 0 || Object.keys(problems ?? {}).length > 0) showProblem();
  }, [failed, refused, problems]);
  const hand = async () => {
    const complete = ready?.() ?? true;
    if (unrelated !== undefined && !unrelated.said()) return;
    if (!complete) return;
    const answer = await command.run(undefined);
    if (answer === undefined) return;
    somethingWasDone();
    const named = 'refused' in answer ? (answer.refused ?? []) : [];
    if (named.length > 0) {
      setRefused(named);
      return;
    }
    toast(done);
    await backOr(ENTRY_PAGE, { caseId: entry.caseId });
  };
  const { title, detail } = actWords(act, entry.round);
  if (refused.length > 0) return <RefusedPage entry={entry} title={title} refused={refused} />;
  return (
    <Page
      title={title}
      white
      bar={<Bar primary={{ children: title, busy: command.busy, busyText: '正在交…', off, onTap: hand }} />}
    >
      <Head title={title} hint={`${entry.headName}家 · ${detail}`} />
      {failed !== undefined && (
        <View className="sw-pad">
          <Note state="late" alert inset title={failed} />
        </View>
      )}
      {children}
      {unrelated !== undefined && (
        <View className="sw-pad">
          <UnrelatedLine unrelated={unrelated} />
        </View>
      )}
    </Page>
  );
}

/** What the checklist did not let through: each reason by its name, and where one goes from here. */
function RefusedPage({ entry, title, refused }: { entry: Entry; title: string; refused: Refused }) {
  return (
    <Page
      title={title}
      bar={
        <Bar
          primary={{
            children: '知道了，回去看',
            onTap: () => backOr(ENTRY_PAGE, { caseId: entry.caseId }),
          }}
        />
      }
    >
      <Head title="条件不够，没有提上去" hint={`${entry.headName}家接着监测，现在的帮扶不变`} />
      {refused.map(({ code, label, sentence }) => (
        <Note key={code} state="late" alert title={label}>
          {sentence}
        </Note>
      ))}
    </Page>
  );
}
