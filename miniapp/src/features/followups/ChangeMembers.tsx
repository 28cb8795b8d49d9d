import { choicesOf, FormFrame, One } from '@miniapp/features/review/kit';
import { FOLLOWED_PAGE, issuesOf, Staffed, somethingWasDone, usePhotos } from '@miniapp/features/staff';
import { call, type Input } from '@miniapp/platform/api';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Chips } from '@miniapp/ui/Chips';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { useCommand } from '@miniapp/ui/useCommand';
import { MEMBER_RELATIONS, type MemberRelation } from '@shared/casework/codes';
import type { ChangeView, FollowedFamily } from '@shared/contract';
import { CHANGE_RULES, changeWarnings } from '@shared/followups/changes';
import { type ChangeEvidence, MEMBER_CHANGES, type MemberChange } from '@shared/followups/codes';
import type { FamilyOnDay } from '@shared/followups/facts';
import {
  CHANGE_EVIDENCE_LABELS,
  CHANGE_WARNING_LABELS,
  changeLabel,
  MEMBER_CHANGE_LABELS,
  MEMBER_RELATION_LABELS,
} from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useFamily } from './queries';

interface Form {
  kind?: MemberChange;
  on: string;
  who: string[];
  name: string;
  relation?: MemberRelation;
  birthDate: string;
  idNo: string;
  evidence: ChangeEvidence[];
  note: string;
}

/** What the family said, as the change that it mostly is. */
const KIND_OF: Partial<Record<ChangeView['kind'], MemberChange>> = {
  BORN: 'BIRTH',
  DIED: 'DEATH',
  MARRIED: 'MARRIAGE_IN',
  BACK: 'RETURN',
  LEFT: 'MARRIAGE_OUT',
};

const LEVEL_WORDS = {
  NONE: '交了就算数。',
  TOWN: '交了以后，镇里同意才算数。',
  COUNTY: '交了以后，县里同意才算数。',
} as const;

/** 登记变动: who came or went, on what evidence; warned before, not after (domain.md 3.8). */
export function ChangeMembers() {
  const { caseId, told } = useParams<'caseId' | 'told'>();
  const query = useFamily(caseId);
  if (query.data === undefined)
    return (
      <Page title="登记变动">
        <Head title="登记变动" />
        <Staffed query={query} rows={4}>
          {() => null}
        </Staffed>
      </Page>
    );
  return <Filling family={query.data} said={query.data.changes.find(({ id }) => id === told)} />;
}

function Filling({ family, said }: { family: FollowedFamily; said: ChangeView | undefined }) {
  const [form, setForm] = useState<Form>(() => ({
    kind: said && KIND_OF[said.kind],
    on: said?.on ?? family.today,
    who: said?.memberKey == null ? [] : [said.memberKey],
    name: '',
    birthDate: '',
    idNo: '',
    evidence: [],
    note: '',
  }));
  const change = (next: Partial<Form>) => setForm((before) => ({ ...before, ...next }));
  const photos = usePhotos();
  const sending = useCommand((input: Input<'followups.change'>, requestId) =>
    call('followups.change', input, requestId),
  );
  const issues = issuesOf(sending.error);
  const rule = form.kind === undefined ? undefined : CHANGE_RULES[form.kind];
  const comesBack = form.kind === 'RETURN' && family.members.some(({ standing }) => standing !== 'MEMBER');
  const asksWho = rule?.who === 'GOES' || comesBack;
  const people = family.members.filter(({ standing }) =>
    comesBack ? standing !== 'MEMBER' : standing !== 'CLOSED',
  );
  const isNew = rule?.who === 'COMES' && (!comesBack || form.who.length === 0);
  const missing =
    form.kind === undefined
      ? '先选是什么变动'
      : asksWho && !comesBack && form.who.length === 0
        ? '再选是谁'
        : isNew && (form.name.trim() === '' || form.relation === undefined)
          ? '写上名字，选和户主的关系'
          : form.evidence.length === 0
            ? '再选凭什么登记'
            : photos.waiting > 0
              ? '照片还在传，等一下'
              : undefined;
  const hand = async () => {
    const { kind, relation } = form;
    if (kind === undefined) return;
    const sent = await sending.run({
      caseId: family.caseId,
      kind,
      on: form.on,
      memberKeys: asksWho ? form.who : [],
      newMember:
        isNew && relation !== undefined && relation !== 'HEAD'
          ? { name: form.name, relation, birthDate: form.birthDate || null, idNo: form.idNo.trim() || null }
          : null,
      evidence: form.evidence,
      photoIds: photos.ids(),
      note: form.note,
      toldId: said?.id ?? null,
    });
    if (sent === undefined) return;
    somethingWasDone();
    toast(sent.change.state === 'DONE' ? '登记好了' : '交上去了，等上级同意');
    await backOr(FOLLOWED_PAGE, { caseId: family.caseId });
  };
  const warnings =
    form.kind === undefined || (asksWho && form.who.length === 0)
      ? []
      : changeWarnings(
          { kind: form.kind, on: form.on, memberKeys: form.who, newMember: null, evidence: form.evidence },
          { family: knownOf(family), today: family.today },
          0,
        );
  const shown = Object.keys(issues).length;
  return (
    <FormFrame
      title={`${family.headName}家`}
      hint={
        said === undefined
          ? '谁来了，谁走了。从那个月起，人均按新的人数算。'
          : `家里说：${[changeLabel(said.kind), ...said.who, said.text].filter(Boolean).join('，')}`
      }
      bar="登记变动"
      problem={
        shown > 0
          ? `还有 ${shown} 处要改，改好再交`
          : sending.error === undefined
            ? undefined
            : failureOf(sending.error)
      }
      bands
      submit={{
        children: '登记',
        onTap: hand,
        busy: sending.busy,
        busyText: '正在交…',
        ...(missing !== undefined && { off: missing }),
      }}
    >
      <Section flush title="什么变动？" pad>
        <One
          label="什么变动？"
          hideLabel
          chips={choicesOf(MEMBER_CHANGES, MEMBER_CHANGE_LABELS)}
          value={form.kind}
          onChange={(kind) => change({ kind, evidence: [] })}
        />
        {rule !== undefined && <View className="sw-sub sw-mt8">{LEVEL_WORDS[rule.level]}</View>}
      </Section>
      {rule !== undefined && (
        <Section title="谁，哪天" pad>
          {asksWho && (
            <Chips
              label={comesBack ? '谁回来了？不在里面就写新的' : '是谁？'}
              chips={people.map(({ key, name }) => ({ value: key, label: name }))}
              value={form.who}
              error={issues.memberKeys}
              onChange={(who) => change({ who })}
            />
          )}
          {isNew && (
            <>
              <Field
                label="名字"
                maxLength={30}
                initial={form.name}
                error={issues['newMember.name'] ?? issues.newMember}
                onInput={(name) => change({ name })}
              />
              <One
                label="是户主的什么人"
                columns={3}
                chips={choicesOf(
                  MEMBER_RELATIONS.filter((one) => one !== 'HEAD'),
                  MEMBER_RELATION_LABELS,
                )}
                value={form.relation}
                onChange={(relation) => change({ relation })}
              />
              <Field
                label="哪天出生"
                type="date"
                optional
                initial={form.birthDate}
                error={issues['newMember.birthDate']}
                onInput={(birthDate) => change({ birthDate })}
              />
              <Field
                label="身份证号"
                type="idcard"
                optional
                initial={form.idNo}
                error={issues['newMember.idNo']}
                onInput={(idNo) => change({ idNo })}
              />
            </>
          )}
          <Field
            label="从哪天起"
            type="date"
            initial={form.on}
            error={issues.on}
            onInput={(on) => change({ on })}
          />
        </Section>
      )}
      {warnings.length > 0 && (
        <Note state="need" title="请看一眼，再登记">
          {warnings.map((one) => (
            <View key={one}>{CHANGE_WARNING_LABELS[one]}</View>
          ))}
        </Note>
      )}
      {rule !== undefined && (
        <Section title="凭什么登记">
          <View className="sw-pad">
            <Chips
              label={rule.all ? '两样都要有' : '有一样就行'}
              chips={rule.evidence.map((value) => ({ value, label: CHANGE_EVIDENCE_LABELS[value] }))}
              value={form.evidence}
              error={issues.evidence}
              onChange={(evidence) => change({ evidence })}
            />
          </View>
          <Shot
            title="凭据的照片"
            hint="拍清楚字，没有就不拍"
            example="card"
            error={issues.photoIds}
            {...photos.shot('HUKOU')}
          />
          <View className="sw-pad sw-pb">
            <Field
              label="还有什么要说"
              optional
              maxLength={300}
              initial={form.note}
              onInput={(note) => change({ note })}
            />
          </View>
        </Section>
      )}
    </FormFrame>
  );
}

/** The family as the core's rules read it. */
function knownOf({ members }: FollowedFamily): FamilyOnDay {
  return {
    household: {},
    members: members.map(({ key, standing, counted, birthDate, labour, school }) => ({
      key,
      STANDING: standing,
      COUNTED: counted,
      BIRTH_DATE: birthDate,
      ...(labour !== undefined && { LABOUR: labour }),
      ...(school !== undefined && { SCHOOL: school }),
    })),
  };
}
