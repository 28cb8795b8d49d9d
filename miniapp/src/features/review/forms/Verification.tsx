import { usePhotos } from '@miniapp/features/staff';
import { useOnline } from '@miniapp/platform/network';
import { showProblem } from '@miniapp/platform/scroll';
import { toast } from '@miniapp/platform/ui';
import type { LiveFigure } from '@miniapp/ui/Live';
import { Note } from '@miniapp/ui/Note';
import { Section } from '@miniapp/ui/Section';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tag } from '@miniapp/ui/Tag';
import type { Assessment } from '@shared/assessment';
import type { Band } from '@shared/assessment/assess';
import { prompts } from '@shared/assessment/prompts';
import type { StaffCaseView } from '@shared/casework';
import { ACTION_LABELS, yuan } from '@shared/messages';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { besideLine, dueTagOf, windowWords } from '../model/facts';
import { rulesOf } from '../model/rules';
import { figuresOf, toSheet } from '../model/sheet';
import { PARTS, type Part, partOf, toVerification, verificationProblems } from '../model/verification';
import { Prompts } from '../parts/Prompts';
import { useCaseAct } from '../useCase';

import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { summaryOf } from './useForm';
import { useVerificationDraft } from './useVerificationDraft';
import { HouseTab } from './verification/HouseTab';
import { MembersTab } from './verification/MembersTab';
import { MoneyTab } from './verification/MoneyTab';
import { VisitTab } from './verification/VisitTab';

const PART_LABELS: Record<Part, string> = {
  MONEY: '收支',
  HOUSE: '住房吃水',
  MEMBERS: '家里人',
  VISIT: '上门照片',
};

/** 12 入户核实: typed in the yard, kept on the phone, figures along with it; two people sign it afterwards. */
export function VerificationForm(props: FormProps) {
  const { view } = props;
  const draft = useVerificationDraft(view, props.me.personId);
  const photos = usePhotos(`verification:${props.me.personId}:${view.id}`);
  const [part, setPart] = useState<Part>('MONEY');
  const [checking, setChecking] = useState(false);
  const [tries, setTries] = useState(0);
  // After each try that found something, once its tab is drawn.
  useEffect(() => {
    if (tries > 0) showProblem();
  }, [tries]);
  const online = useOnline();
  const doing = useCaseAct('reviews.recordVerification', {
    ...props,
    onDone: (after) => {
      draft.forget();
      photos.forget();
      props.onDone(after);
    },
  });

  const { form } = draft;
  const rules = rulesOf(view);
  const figures = figuresOf(form.sheet, view.incomeWindow, form.members.length, rules);
  const hints = prompts(
    {
      ...form.findings,
      risks: view.report.riskTypes,
      sheet: toSheet(form.sheet, view.incomeWindow, form.members.length),
    },
    figures,
    rules,
  );
  // After the first try problems go away as soon as they are mended.
  const problems = checking ? { ...doing.problems, ...verificationProblems(form) } : doing.problems;
  const last = part === PARTS[PARTS.length - 1];

  const next = () => {
    if (!last) {
      setPart(PARTS[PARTS.indexOf(part) + 1] ?? 'VISIT');
      toast('存在手机里了');
      return;
    }
    setChecking(true);
    const result = toVerification(form, view.incomeWindow, photos.ids());
    if (result.ok) doing.run(result.input);
    else {
      setPart(partOf(Object.keys(result.problems)[0] ?? ''));
      setTries((times) => times + 1);
    }
  };

  const tag = dueTagOf(view);
  return (
    <FormFrame
      top={<Tag state={tag.tone}>{tag.text}</Tag>}
      aside={
        <View className="sw-sub">
          {[`${form.members.length} 口人`, form.group].filter((word) => word !== '').join(' · ')}
        </View>
      }
      title={`${view.headName}家`}
      hint={`算 ${windowWords(view.incomeWindow)}`}
      bar={ACTION_LABELS.recordVerification}
      problem={doing.problem ?? summaryOf(problems)}
      bands
      live={liveOf(figures, view)}
      submit={{
        children: last ? '交核实表' : '存好，下一项',
        onTap: next,
        busy: doing.busy,
        busyText: '正在交…',
        off: offOf(last, photos.waiting, online),
      }}
    >
      <Kept {...draft} online={online} waiting={photos.waiting} />
      <Tabs
        label="核实内容"
        value={part}
        onChange={setPart}
        tabs={PARTS.map((key) => ({ key, label: PART_LABELS[key] }))}
      />
      {part === 'MONEY' && (
        <MoneyTab
          sheet={form.sheet}
          figures={figures}
          problems={problems}
          onChange={(sheet) => draft.change({ sheet })}
        />
      )}
      {part === 'HOUSE' && (
        <HouseTab findings={form.findings} onChange={(findings) => draft.change({ findings })} />
      )}
      {part === 'MEMBERS' && <MembersTab form={form} problems={problems} onChange={draft.change} />}
      {part === 'VISIT' && (
        <VisitTab form={form} photos={photos} problems={problems} onChange={draft.change} />
      )}
      {hints.length > 0 ? (
        <Prompts prompts={hints} />
      ) : (
        <Section title="系统提示" aside="只提示，由人来定" pad>
          <View className="sw-sub">按填的数，还没有提示。</View>
        </Section>
      )}
    </FormFrame>
  );
}

function offOf(last: boolean, waiting: number, online: boolean): string | undefined {
  if (!last) return undefined;
  if (!online) return '没有网，存在手机里了。有网再交';
  return waiting > 0 ? '照片正在传，传完再交' : undefined;
}

interface KeptProps {
  found: boolean;
  kept: boolean;
  online: boolean;
  waiting: number;
}

/** Nothing is ever lost, and saved is not handed in (ux.md principle 6). Said once, at the top. */
function Kept({ found, kept, online, waiting }: KeptProps) {
  const first = useRef(found);
  if (!kept)
    return (
      <Note state="late" alert title="手机存满了，存不下">
        清一清手机，或者现在就填完交上。
      </Note>
    );
  if (!online)
    return (
      <Note state="off" icon="nonet" title="没有网，都存在手机里">
        {waiting > 0 ? `${waiting} 张照片等网。有网自动传。` : '接着填，有网再交。'}
      </Note>
    );
  return first.current ? (
    <Note state="off" icon="save" title="接着上次的填">
      存在手机里了，还没有交。
    </Note>
  ) : null;
}

function liveOf(figures: Assessment, view: StaffCaseView): LiveFigure[] {
  const { lineFen } = view.profile;
  const figure = (label: string, fen: number, band: Band): LiveFigure => ({
    label,
    value: yuan(fen),
    note: `${besideLine(fen, lineFen)} ${yuan(lineFen)}`,
    state: band === 'BELOW' ? 'need' : 'off',
  });
  return [
    figure('人均纯收入', figures.netPerCapitaFen, figures.band.net),
    figure('扣掉必须花的钱后', figures.referencePerCapitaFen, figures.band.reference),
  ];
}
