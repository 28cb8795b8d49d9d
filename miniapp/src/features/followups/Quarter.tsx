import { useMe } from '@miniapp/features/account';
import {
  choicesOf,
  EMPTY_SHEET,
  FormFrame,
  figuresOf,
  KeptNote,
  MoneyTab,
  One,
  type SheetForm,
  sheetHints,
  sheetProblems,
  toSheet,
  useHanding,
  useKept,
} from '@miniapp/features/review/kit';
import { FOLLOWED_PAGE, Staffed, usePhotos } from '@miniapp/features/staff';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { useOnline } from '@miniapp/platform/network';
import { showProblem } from '@miniapp/platform/scroll';
import { toast } from '@miniapp/platform/ui';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import type { LiveFigure } from '@miniapp/ui/Live';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { Sign, type SignHandle } from '@miniapp/ui/Sign';
import { Tabs } from '@miniapp/ui/Tabs';
import type { FollowedFamily } from '@shared/contract';
import { FEELINGS, type Feeling, WORK_CHANGES, type WorkChange } from '@shared/followups/codes';
import { monthsOf, quarterFigures } from '@shared/followups/quarter';
import { day, FEELING_LABELS, quarterLabel, WORK_CHANGE_LABELS, yuan } from '@shared/messages';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { GuaranteesPart, ResultPart } from './FoundPart';
import { type Found, foundProblems, toFound } from './findings';
import { useFamily } from './queries';

interface Form extends Found {
  sheet: SheetForm;
  netReason: string;
  work?: WorkChange;
  workWords: string;
  troubles: string;
  feeling?: Feeling;
  familyWords: string;
}

const PARTS = ['MONEY', 'HOME', 'FAMILY', 'SIGN'] as const;
type Part = (typeof PARTS)[number];
const PART_LABELS: Record<Part, string> = {
  MONEY: '收支',
  HOME: '住房吃水',
  FAMILY: '家里',
  SIGN: '结论签字',
};

/** Which part of the form a problem lies in. */
const partOf = (field: string): Part => {
  if (/^(income|costs|rigid)/.test(field)) return 'MONEY';
  if (/^(HOUSING|WATER|SCHOOL|INSURANCE)/.test(field)) return 'HOME';
  return ['work', 'feeling'].includes(field) ? 'FAMILY' : 'SIGN';
};

/** 监测户季度监测台账 of one family, typed in its yard: kept on the phone, handed in when there is a network (domain.md 3.5). */
export function Quarter() {
  const { caseId } = useParams<'caseId'>();
  const query = useFamily(caseId);
  const me = useMe().data;
  const family = query.data;
  // A copy on the phone is enough to fill it in.
  if (family === undefined || family.quarter === null || me?.personId == null)
    return (
      <Page title="季度台账">
        <Head title="季度台账" />
        <Staffed query={query} rows={6}>
          {() => <Note state="need" title="县里没有要求季度台账。" />}
        </Staffed>
      </Page>
    );
  return (
    <Filling
      key={family.quarter.quarter}
      family={family}
      quarter={family.quarter.quarter}
      personId={me.personId}
    />
  );
}

interface FillingProps {
  family: FollowedFamily;
  quarter: string;
  personId: string;
}

function Filling({ family, quarter, personId }: FillingProps) {
  const name = `quarter:${personId}:${family.caseId}:${quarter}`;
  const { form, change, found, kept } = useKept<Form>(name, () => openForm(family, quarter));
  const photos = usePhotos(name);
  const online = useOnline();
  const ink = useRef<SignHandle>(null);
  const [part, setPart] = useState<Part>('MONEY');
  const [signed, setSigned] = useState(false);
  const [checking, setChecking] = useState(false);
  const [tries, setTries] = useState(0);
  const doing = useHanding();
  useEffect(() => {
    if (tries > 0) showProblem();
  }, [tries]);
  const heads = [family.quarterHeads[0] ?? 0, family.quarterHeads[1] ?? 0, family.quarterHeads[2] ?? 0] as [
    number,
    number,
    number,
  ];
  const months = monthsOf(quarter);
  const window = { from: months[0], to: months[2] };
  const members = Math.max(1, heads[2]);
  const assessment = figuresOf(form.sheet, window, members, family.rules);
  const figures = quarterFigures(toSheet(form.sheet, window, members), quarter, heads, family.rules);
  const isEmpty = assessment.countedRows.length === 0;
  const nobody = form.result === 'UNREACHABLE';
  const wrong: Record<string, string> = {
    ...sheetProblems(form.sheet),
    ...foundProblems(form, family.today),
    ...(!nobody && form.work === undefined && { work: '选一样。' }),
    ...(!nobody && form.feeling === undefined && { feeling: '问一句家里人，再选。' }),
    ...(!nobody && !signed && { signature: '请家里人在这里签字。' }),
  };
  const problems = checking ? { ...doing.problems, ...wrong } : doing.problems;
  const last = part === 'SIGN';
  // What was written with the finger goes with its part of the form.
  const turn = (to: Part) => {
    setPart(to);
    setSigned(false);
  };
  const next = async () => {
    if (!last) {
      turn(PARTS[PARTS.indexOf(part) + 1] ?? 'SIGN');
      toast('存在手机里了');
      return;
    }
    setChecking(true);
    // The part that comes first in the form, not the field that was checked first.
    const [first] = Object.keys(wrong).sort((a, b) => PARTS.indexOf(partOf(a)) - PARTS.indexOf(partOf(b)));
    if (first !== undefined) {
      if (partOf(first) !== part) turn(partOf(first));
      setTries((times) => times + 1);
      return;
    }
    const { income, costs, rigid, claimsFen } = toSheet(form.sheet, window, members, photos.groups);
    const drawing = nobody ? undefined : await ink.current?.toImage();
    const done = await doing.hand({
      operation: 'followups.quarter',
      caseId: family.caseId,
      personId,
      name,
      drawing,
      input: {
        quarter,
        sheet: { income, costs, rigid, claimsFen },
        work: form.work ?? 'NONE',
        workWords: form.workWords.trim(),
        troubles: form.troubles.trim(),
        feeling: form.feeling ?? 'SAME',
        familyWords: form.familyWords.trim(),
        signed: nobody ? 'NOBODY' : 'SCREEN',
        signatureId: null,
        ...toFound(form, photos.groups),
      },
    });
    if (done === undefined) return;
    toast(done === 'received' ? '交上了，等村里确认' : '没有网，先存在手机里。有网自动交。');
    await backOr(FOLLOWED_PAGE, { caseId: family.caseId });
  };
  const summary = Object.keys(problems).length;
  return (
    <FormFrame
      title={`${family.headName}家`}
      hint={`${quarterLabel(quarter)}，${day(`${months[0]}-01`)}起三个月。${headWords(heads)}`}
      bar="季度台账"
      problem={doing.problem ?? (summary > 0 ? `还有 ${summary} 处要改，改好再交` : undefined)}
      bands
      live={liveOf(figures.netPerHead, figures.referencePerHead, isEmpty)}
      submit={{
        children: last ? '交季度台账' : '存好，下一项',
        onTap: next,
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      <KeptNote found={found} kept={kept} online={online} waiting={photos.waiting} />
      <Tabs
        label="台账内容"
        value={part}
        onChange={turn}
        tabs={PARTS.map((key) => ({ key, label: PART_LABELS[key] }))}
      />
      {part === 'MONEY' && (
        <MoneyTab
          form={form}
          figures={assessment}
          hints={sheetHints(form.sheet, assessment)}
          netNeedsReason={false}
          photos={photos}
          problems={problems}
          ofYear={false}
          onChange={change}
        />
      )}
      {part === 'HOME' && (
        <GuaranteesPart form={form} problems={problems} photos={photos} onChange={change} />
      )}
      {part === 'FAMILY' && <FamilyPart form={form} problems={problems} onChange={change} />}
      {last && (
        <>
          <Section flush pad>
            <Field
              label="哪天去的"
              type="date"
              initial={form.on}
              error={problems.on}
              onInput={(on) => change({ on })}
            />
          </Section>
          <ResultPart form={form} problems={problems} photos={photos} onChange={change} />
          {!nobody && (
            <Section title="家里人签字" pad>
              {problems.signature !== undefined && (
                <Note state="late" alert inset title={problems.signature} />
              )}
              <View className="sw-sub">念一遍给家里人听，说得对就签。</View>
              <Sign ref={ink} who={family.headName} onChange={setSigned} />
            </Section>
          )}
        </>
      )}
    </FormFrame>
  );
}

interface PartProps {
  form: Form;
  problems: Record<string, string>;
  onChange: (next: Partial<Form>) => void;
}

function FamilyPart({ form, problems, onChange }: PartProps) {
  return (
    <Section flush pad>
      <One
        label="这一季干活有没有变？"
        chips={choicesOf(WORK_CHANGES, WORK_CHANGE_LABELS)}
        value={form.work}
        error={problems.work}
        onChange={(work) => onChange({ work })}
      />
      <Field
        label="谁的活，怎么变的"
        optional
        maxLength={200}
        initial={form.workWords}
        onInput={(workWords) => onChange({ workWords })}
      />
      <Field
        label="家里有没有新的难处"
        type="textarea"
        optional
        maxLength={300}
        initial={form.troubles}
        onInput={(troubles) => onChange({ troubles })}
      />
      <One
        label="家里人自己觉得"
        columns={3}
        chips={choicesOf(FEELINGS, FEELING_LABELS)}
        value={form.feeling}
        error={problems.feeling}
        onChange={(feeling) => onChange({ feeling })}
      />
      <Field
        label="家里人还说了什么"
        type="textarea"
        optional
        maxLength={300}
        initial={form.familyWords}
        onInput={(familyWords) => onChange({ familyWords })}
      />
    </Section>
  );
}

/** A sheet that came back is opened as it was; else nothing is filled in but the day. */
function openForm(family: FollowedFamily, quarter: string): Form {
  const before = family.quarters.find((one) => one.quarter === quarter && one.state === 'RETURNED');
  const blank: Form = {
    sheet: EMPTY_SHEET,
    netReason: '',
    workWords: '',
    troubles: '',
    familyWords: '',
    on: family.today,
    newRisks: [],
    broken: {},
    words: '',
  };
  if (before === undefined) return blank;
  const rows = <R extends object>(kind: string, some: readonly R[]) =>
    some.map((row, index) => ({
      note: '',
      reason: '',
      payer: '',
      evidenceIds: [],
      unit: '',
      ...row,
      id: `${kind}-${index}`,
    }));
  return {
    ...blank,
    sheet: {
      income: rows('income', before.sheet.income) as SheetForm['income'],
      costs: rows('costs', before.sheet.costs) as SheetForm['costs'],
      rigid: rows('rigid', before.sheet.rigid) as SheetForm['rigid'],
      ...(before.sheet.claimsFen > 0 && { claimsFen: before.sheet.claimsFen }),
    },
    work: before.work,
    workWords: before.workWords,
    troubles: before.troubles,
    feeling: before.feeling,
    familyWords: before.familyWords,
    result: before.result,
    newRisks: before.newRisks,
    words: before.words,
    broken: Object.fromEntries(
      before.guarantees.map(({ what, detail, fixer, dueOn }) => [what, { detail, fixer, dueOn }]),
    ),
  };
}

function headWords(heads: readonly number[]): string {
  const [first] = heads;
  return heads.every((one) => one === first) ? `按 ${first} 口人算` : `按每月 ${heads.join('、')} 口人算`;
}

function liveOf(net: number | null, reference: number | null, isEmpty: boolean): LiveFigure[] {
  const figure = (label: string, fen: number | null): LiveFigure => ({
    label,
    value: fen === null ? '算不出' : yuan(fen),
    note: isEmpty ? '还没填钱数' : '这一个季度',
    state: 'off',
  });
  return [figure('人均纯收入', net), figure('扣掉必须花的钱后', reference)];
}
