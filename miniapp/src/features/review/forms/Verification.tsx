import { usePhotos } from '@miniapp/features/staff';
import { useOnline } from '@miniapp/platform/network';
import { showProblem } from '@miniapp/platform/scroll';
import { toast } from '@miniapp/platform/ui';
import type { LiveFigure } from '@miniapp/ui/Live';
import { Note } from '@miniapp/ui/Note';
import { Section } from '@miniapp/ui/Section';
import type { SignHandle } from '@miniapp/ui/Sign';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tag } from '@miniapp/ui/Tag';
import type { Assessment } from '@shared/assessment';
import type { Band } from '@shared/assessment/assess';
import { prompts } from '@shared/assessment/prompts';
import type { StaffCaseView } from '@shared/casework';
import { ACTION_LABELS, yuan } from '@shared/messages';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { changesSince, type Difference, differences } from '../model/changes';
import { besideLine, dueTagOf, windowWords } from '../model/facts';
import { rulesOf } from '../model/rules';
import { figuresOf, sheetHints, toSheet } from '../model/sheet';
import {
  netNeedsReason,
  PARTS,
  type Part,
  partOf,
  toVerification,
  verificationProblems,
} from '../model/verification';
import { Prompts } from '../parts/Prompts';
import { KeptNote } from '../yard/KeptNote';
import type { YardSaid } from '../yard/useHandIn';
import { useHandIn } from '../yard/useHandIn';

import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { summaryOf } from './useForm';
import { useVerificationDraft, visitOf } from './useVerificationDraft';
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

/**
 * 12 入户核实: typed in the yard, kept on the phone, figures along with it. Who typed it may sign it at once; the other
 * one signs with her own account, once the record has arrived.
 */
export function VerificationForm(props: FormProps) {
  const { view } = props;
  const draft = useVerificationDraft(view, props.me.personId);
  const name = visitOf(view, props.me.personId);
  const photos = usePhotos(name);
  const ink = useRef<SignHandle>(null);
  const [part, setPart] = useState<Part>('MONEY');
  const [checking, setChecking] = useState(false);
  // A name was written and no opinion given.
  const [unsaid, setUnsaid] = useState(false);
  const [tries, setTries] = useState(0);
  // After each try that found something, once its tab is drawn.
  useEffect(() => {
    if (tries > 0) showProblem();
  }, [tries]);
  const online = useOnline();
  const doing = useHandIn({
    ...props,
    onDone: (after) => {
      draft.forget();
      photos.forget();
      props.onDone(after);
    },
  });
  const changes = changesSince(view, draft.begunOn);

  const { form } = draft;
  const rules = rulesOf(view);
  const figures = figuresOf(form.sheet, view.incomeWindow, form.members.length, rules);
  // Before the first amount there is nothing to think of.
  const isEmpty = figures.countedRows.length === 0;
  const hints = isEmpty
    ? []
    : prompts(
        {
          ...form.findings,
          risks: view.report.riskTypes,
          sheet: toSheet(form.sheet, view.incomeWindow, form.members.length),
        },
        figures,
        rules,
      );
  // After the first try problems go away as soon as they are mended.
  const problems = checking ? { ...doing.problems, ...verificationProblems(form, view) } : doing.problems;
  const last = part === PARTS[PARTS.length - 1];

  const next = async () => {
    if (!last) {
      setPart(PARTS[PARTS.indexOf(part) + 1] ?? 'VISIT');
      toast('存在手机里了');
      return;
    }
    setChecking(true);
    const result = toVerification(form, view, photos.groups);
    if (!result.ok) {
      setPart(partOf(Object.keys(result.problems)[0] ?? ''));
      setTries((times) => times + 1);
      return;
    }
    const record: YardSaid = {
      operation: 'reviews.recordVerification',
      input: result.input,
      photos: name,
      draft: name,
    };
    const opinion = form.opinion.trim();
    const drawing = await ink.current?.toImage();
    setUnsaid(opinion === '' && drawing !== undefined);
    if (opinion === '') return drawing === undefined ? doing.run([record]) : setTries((times) => times + 1);
    const signature: YardSaid = {
      operation: 'reviews.signVerification',
      input: { opinion },
      ...(drawing !== undefined && { drawing }),
    };
    return doing.run([record, signature]);
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
      live={liveOf(figures, view, isEmpty)}
      unrelated={last && form.opinion !== '' ? doing.unrelated : undefined}
      submit={{
        children: last ? (form.opinion === '' ? '交核实表' : '交核实表，签名') : '存好，下一项',
        onTap: next,
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      <KeptNote
        found={draft.found}
        kept={draft.kept}
        online={props.unreached ? false : online}
        waiting={photos.waiting}
      />
      {changes.length > 0 && (
        <Changed
          changes={changes}
          differences={view.verification === null ? [] : differences(form, view.verification.record)}
        />
      )}
      <Tabs
        label="核实内容"
        value={part}
        onChange={setPart}
        tabs={PARTS.map((key) => ({ key, label: PART_LABELS[key] }))}
      />
      {part === 'MONEY' && (
        <MoneyTab
          form={form}
          figures={figures}
          hints={sheetHints(form.sheet, figures)}
          netNeedsReason={netNeedsReason(form, view)}
          photos={photos}
          problems={problems}
          onChange={draft.change}
        />
      )}
      {part === 'HOUSE' && (
        <HouseTab form={form} photos={photos} problems={problems} onChange={draft.change} />
      )}
      {part === 'MEMBERS' && (
        <MembersTab view={view} form={form} problems={problems} onChange={draft.change} />
      )}
      {part === 'VISIT' && (
        <VisitTab
          view={view}
          me={props.me}
          ink={ink}
          form={form}
          photos={photos}
          problems={
            unsaid && form.opinion === ''
              ? { ...problems, opinion: '您怎么看？点一句，或者写一句。' }
              : problems
          }
          onChange={draft.change}
        />
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

/** Somebody else was at the case meanwhile: what they did, and where their record differs from what stands here. */
function Changed({ changes, differences: others }: { changes: string[]; differences: Difference[] }) {
  return (
    <Note state="need" title="别人先改了这户，您填的都还在">
      {changes.map((change) => (
        <View key={change}>{change}</View>
      ))}
      {others.map(({ item, theirs, mine }) => (
        <View key={item}>{`${item}：那边 ${theirs}，您 ${mine}`}</View>
      ))}
      <View>再看一遍，还是这样就再交。</View>
    </Note>
  );
}

/** Three bands: below the line, up to 1.2 times the line, above (domain.md 5.1). */
const BAND_WORDS: Record<Exclude<Band, 'BELOW'>, string> = { NEAR: '略高于', ABOVE: '高于' };

function liveOf(figures: Assessment, view: StaffCaseView, isEmpty: boolean): LiveFigure[] {
  const { lineFen } = view.profile;
  const figure = (label: string, fen: number, band: Band): LiveFigure => ({
    label,
    value: yuan(fen),
    note: isEmpty
      ? '还没填钱数'
      : `${band === 'BELOW' ? besideLine(fen, lineFen) : BAND_WORDS[band]} ${yuan(lineFen)}`,
    state: band === 'BELOW' && !isEmpty ? 'need' : 'off',
  });
  return [
    figure('人均纯收入', figures.netPerCapitaFen, figures.band.net),
    figure('扣掉必须花的钱后', figures.referencePerCapitaFen, figures.band.reference),
  ];
}
