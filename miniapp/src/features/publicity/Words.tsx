import { DRAFT_PAGE, Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call, type Input, type Output } from '@miniapp/platform/api';
import { replace, useParams } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { Bar } from '@miniapp/ui/Bar';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ForVillage } from './ForVillage';
import { whyNot } from './why-not';

type Draft = Output<'notices.draft'>['draft'];

/** A notice in the village's own words: a title and what is to be said; then its sheet, as that of every kind. */
export function VillageWords() {
  const { draft: draftId } = useParams<'draft'>();
  const query = useQuery(draftId && `draft:${draftId}`, async () => {
    const { draft } = await call('notices.draft', { draftId: draftId ?? '' });
    return draft;
  });
  if (draftId === undefined) return <Write />;
  return query.data === undefined ? (
    <Page title="村里的通知">
      <Head title="村里的通知" />
      <Staffed query={query} rows={3}>
        {() => null}
      </Staffed>
    </Page>
  ) : (
    <Write key={query.data.version} draft={query.data} />
  );
}

interface Typed {
  village?: string;
  title: string;
  text: string;
}

function Write({ draft }: { draft?: Draft }) {
  // A call in between, a closed app: what was typed is there again.
  const kept = slot<Typed>(`village-words:${draft === undefined ? 'new' : `${draft.id}/${draft.version}`}`);
  const [first] = useState<Typed>(
    () => kept.get() ?? { village: draft?.village, title: draft?.subject ?? '', text: draft?.text ?? '' },
  );
  const [typed, setTyped] = useState(first);
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    kept.set(next);
  };
  const saving = useCommand((input: Input<'notices.saveDraft'>, requestId: string) =>
    call('notices.saveDraft', input, requestId),
  );
  const { village, title, text } = typed;
  const save = async () => {
    if (village === undefined) return;
    const own = draft && { draft: { id: draft.id, version: draft.version } };
    const done = await saving.run({ village, title, text, ...own });
    if (done === undefined) return;
    kept.remove();
    somethingWasDone();
    replace(DRAFT_PAGE, { draft: done.draft.id });
  };
  const off =
    village === undefined
      ? '先选贴在哪个村'
      : title.trim() === ''
        ? '先写标题'
        : text.trim() === ''
          ? '先写要说的话'
          : undefined;
  return (
    <Page
      title="村里的通知"
      bar={<Bar primary={{ children: '看样子', onTap: save, busy: saving.busy, busyText: '正在存…', off }} />}
    >
      {saving.error !== undefined && <Note state="late" alert title={whyNot(saving.error)} />}
      <Head title="村里要说什么？" hint="写给全村人看的话。不写谁家的病、电话、身份证。" />
      {draft === undefined && <ForVillage value={village} onChange={(code) => change({ village: code })} />}
      <View className="sw-pad sw-pb sw-stack">
        <Field
          label="标题"
          initial={first.title}
          maxLength={60}
          placeholder="关于修水渠停水三天的通知"
          onInput={(value) => change({ title: value })}
        />
        <Field
          label="要说的话"
          type="textarea"
          initial={first.text}
          maxLength={4000}
          hint="一段写一件事，换行就是另一段。"
          onInput={(value) => change({ text: value })}
        />
      </View>
    </Page>
  );
}
