import type { Fact } from '@miniapp/ui/KeyValue';
import type { SupervisedCase } from '@shared/casework';
import {
  day,
  fullDay,
  HOUSEHOLD_TYPE_LABELS,
  moment,
  money,
  REJECTION_LABELS,
  RISK_LABELS,
} from '@shared/messages';

/** A part of a case as facts under a heading. */
export interface FactGroup {
  title: string;
  aside?: string;
  facts: Fact[];
}

/** What a supervisor reads of a case, in the order of the procedure; parts that have not come to be are left out. */
export function factsOf(view: SupervisedCase): FactGroup[] {
  const groups: (FactGroup | null)[] = [
    timeOf(view),
    figuresOf(view),
    judged('村里的意见', view.triage, (t) => [
      { key: '建议', value: t.proposal === 'INCLUDE' ? '纳入' : '不纳入' },
    ]),
    meetingOf(view),
    publicityOf(view),
    judged('镇级审核', view.townReview, () => []),
    judged('县级审定', view.decision, (d) => [
      { key: '结果', value: `纳入，${HOUSEHOLD_TYPE_LABELS[d.householdType]}` },
      { key: '风险', value: d.risks.map((risk) => RISK_LABELS[risk]).join('、') },
    ]),
    judged('不予纳入', view.rejection, (r) => [
      { key: '原因', value: REJECTION_LABELS[r.reasonCode] },
      { key: '专档', value: r.dossier ? '建了' : '没有触发，不用建' },
    ]),
    ...view.objections.map(objectionOf),
    measuresOf(view),
  ];
  return groups.filter((group) => group !== null);
}

function timeOf({ clock, overdueDays, dueOn, profile, kin, supplements }: SupervisedCase): FactGroup {
  return {
    title: '时限',
    aside: profile.name,
    facts: [
      { key: '发现', value: fullDay(clock.cluedOn) },
      { key: '最晚办完', value: fullDay(clock.capDueOn) },
      { key: '这一步', value: dueOn === null ? '没有期限' : `${day(dueOn)}前` },
      { key: '用了', value: `${clock.netDays} 天，停了 ${clock.pausedDays} 天` },
      ...(overdueDays > 0 ? [{ key: '逾期', value: `晚了 ${overdueDays} 天` }] : []),
      ...(supplements > 0 ? [{ key: '退回', value: `退回补材料 ${supplements} 次` }] : []),
      { key: '回避', value: kin === 0 ? '没有人说是亲戚' : `${kin} 人说是亲戚，回避了` },
    ],
  };
}

function figuresOf({ figures, departments, profile }: SupervisedCase): FactGroup | null {
  if (figures === null) return null;
  return {
    title: '核实的数',
    aside: `${figures.signatures} 人签名`,
    facts: [
      { key: '人均纯收入', value: money(figures.netPerCapitaFen) },
      { key: '扣掉必须花的', value: money(figures.referencePerCapitaFen) },
      { key: '监测线', value: money(profile.lineFen) },
      ...(departments === null
        ? []
        : [
            {
              key: '信息比对',
              value: `问了 ${departments.asked} 个部门，答复 ${departments.answers} 条，查到 ${departments.flags} 样`,
            },
          ]),
    ],
  };
}

function judged<T extends { by: string; at: string; words: string }>(
  title: string,
  said: T | null,
  facts: (said: T) => Fact[],
): FactGroup | null {
  if (said === null) return null;
  return {
    title,
    aside: `${said.by}，${moment(said.at)}`,
    facts: [...facts(said), { key: '意见', value: said.words }],
  };
}

function meetingOf({ appraisal }: SupervisedCase): FactGroup | null {
  if (appraisal === null) return null;
  const { at, attendees, recusals, yes, no, abstain, passed } = appraisal;
  return {
    title: '村里评议',
    aside: passed ? '通过' : '没有通过',
    facts: [
      { key: '时间', value: moment(at) },
      { key: '到会', value: `${attendees} 人，${recusals} 人回避` },
      { key: '票数', value: `同意 ${yes}，不同意 ${no}，弃权 ${abstain}` },
    ],
  };
}

function publicityOf({ publicity }: SupervisedCase): FactGroup | null {
  if (publicity === null) return null;
  const { firstDay, lastDay, days, boardPhotographed } = publicity;
  return {
    title: '公示',
    facts: [
      { key: '公示期', value: `${day(firstDay)}至${day(lastDay)}，共 ${days} 天` },
      { key: '最后一天', value: boardPhotographed ? '拍过公示栏' : '还没拍公示栏' },
    ],
  };
}

function objectionOf(one: SupervisedCase['objections'][number], index: number): FactGroup {
  return {
    title: `异议 ${index + 1}`,
    aside: `${day(one.filedOn)}提的`,
    facts: [
      { key: '谁提的', value: one.named ? '留了名字' : '没留名字' },
      { key: '说的', value: one.statement },
      ...(one.aboutCadre ? [{ key: '涉及', value: '说的是村干部，由镇里办' }] : []),
      { key: '调查', value: one.investigation ?? '还没写' },
      { key: '答复', value: one.answer ?? '还没答复' },
    ],
  };
}

function measuresOf({ measures }: SupervisedCase): FactGroup | null {
  if (measures.length === 0) return null;
  return {
    title: '帮扶措施',
    aside: `${measures.length} 项`,
    facts: measures.map(({ on, name, department, amountFen }, index) => ({
      id: `${index}-${name}`,
      key: name,
      value: [fullDay(on), department, amountFen === null ? '' : money(amountFen)].filter(Boolean).join('，'),
    })),
  };
}
