import { useUnrelated } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Note } from '@miniapp/ui/Note';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Entry } from '../queries';
import { Frame } from './Frame';

const missingWords = (text: string, what: string) => (text.trim() === '' ? what : undefined);

const WHY = {
  suggest: { label: '为什么这么看', done: '告诉村里了' },
  suggestRollBack: { label: '为什么这么看', done: '告诉村里、镇里了' },
  proposeRollBack: { label: '为什么要回退', done: '提上去了，等另一位确认' },
  withdraw: { label: '为什么撤回', done: '撤回了' },
} as const;

/** An act that needs nothing but a reason. */
export function SayWhy({ entry, act }: { entry: Entry; act: keyof typeof WHY }) {
  const { caseId, version } = entry;
  const [text, setText] = useState('');
  const unrelated = useUnrelated();
  const signed = act === 'proposeRollBack';
  const send = (requestId: string) => {
    const at = { caseId, version };
    if (act === 'suggest') return call('eliminations.suggest', { ...at, note: text }, requestId);
    if (act === 'suggestRollBack')
      return call('eliminations.suggestRollBack', { ...at, note: text }, requestId);
    if (act === 'withdraw') return call('eliminations.withdraw', { ...at, reason: text }, requestId);
    return call('eliminations.proposeRollBack', { ...at, kinshipDeclared: true, reason: text }, requestId);
  };
  return (
    <Frame
      entry={entry}
      act={act}
      {...(signed && { unrelated })}
      off={missingWords(text, '写一句原因')}
      send={send}
      done={WHY[act].done}
    >
      <View className="sw-pad">
        <Field label={WHY[act].label} type="textarea" maxLength={200} onInput={setText} />
      </View>
    </Frame>
  );
}

export function SignWord({ entry }: { entry: Entry }) {
  const { caseId, version, round } = entry;
  const [opinion, setOpinion] = useState('情况属实');
  const unrelated = useUnrelated();
  const family = round?.family;
  return (
    <Frame
      entry={entry}
      act="signVerification"
      unrelated={unrelated}
      off={missingWords(opinion, '写一句意见')}
      send={(requestId) =>
        call('eliminations.signVerification', { caseId, version, kinshipDeclared: true, opinion }, requestId)
      }
      done="签好了"
    >
      {family && (
        <Note
          state={family.agrees ? 'ok' : 'need'}
          title={`${family.signer}${family.agrees ? '同意' : '不同意'}${whatOf(entry)}`}
        >
          {family.said}
        </Note>
      )}
      <View className="sw-pad">
        <Field label="意见" type="textarea" maxLength={300} initial={opinion} onInput={setOpinion} />
      </View>
    </Frame>
  );
}

const OFFICE = {
  townReview: { yes: '同意，报县里', no: '退回村里', done: '验收意见交上了' },
  countyDecide: { yes: '同意消除', no: '不同意，接着监测', done: '审定好了' },
} as const;
const whatOf = ({ round }: Entry) => (round?.kind === 'ROLLBACK' ? '回退' : '消除');
/** Where a mark goes back the county says so; not agreed, it stays. */
const COUNTY_BACK = { ...OFFICE.countyDecide, yes: '同意回退', no: '不同意，标注不变' };

/** Township and county: on, or not, with a reason that the village reads. */
export function OfficeWord({ entry, act }: { entry: Entry; act: keyof typeof OFFICE }) {
  const { caseId, version } = entry;
  const [agrees, setAgrees] = useState<'YES' | 'NO'>();
  const [opinion, setOpinion] = useState('');
  const unrelated = useUnrelated();
  const back = entry.round?.kind === 'ROLLBACK';
  const words = back && act === 'countyDecide' ? COUNTY_BACK : OFFICE[act];
  const warned = entry.checklist.filter(({ verdict }) => verdict !== 'MET');
  return (
    <Frame
      entry={entry}
      act={act}
      unrelated={unrelated}
      off={agrees === undefined ? '先选同不同意' : missingWords(opinion, '写一句意见')}
      send={(requestId) => {
        const said = { caseId, version, kinshipDeclared: true as const, agrees: agrees === 'YES', opinion };
        return act === 'townReview'
          ? call('eliminations.townReview', said, requestId)
          : call('eliminations.countyDecide', said, requestId);
      }}
      done={words.done}
    >
      {back && <Note state="off" title={`为什么回退：${entry.round?.reason ?? ''}`} />}
      {warned.map(({ code, label, sentence }) => (
        <Note key={code} state="need" title={label}>
          {sentence}
        </Note>
      ))}
      <View className="sw-pad">
        <Choices
          label="同不同意"
          value={agrees}
          onChange={setAgrees}
          choices={[
            { value: 'YES', label: words.yes },
            { value: 'NO', label: words.no },
          ]}
        />
        <Field label="意见" type="textarea" maxLength={300} onInput={setOpinion} />
      </View>
    </Frame>
  );
}

export function HearObjection({ entry }: { entry: Entry }) {
  const { caseId, version } = entry;
  const [statement, setStatement] = useState('');
  const [objector, setObjector] = useState('');
  return (
    <Frame
      entry={entry}
      act="hearObjection"
      off={missingWords(statement, '写下说了什么')}
      send={(requestId) =>
        call('eliminations.hearObjection', { caseId, version, statement, objector }, requestId)
      }
      done="记下了，查清再答复"
    >
      <View className="sw-pad">
        <Field label="说了什么" type="textarea" maxLength={500} onInput={setStatement} />
        <Field label="谁说的" optional maxLength={30} hint="不愿留名就不填，替他保密" onInput={setObjector} />
      </View>
    </Frame>
  );
}

type Verdict = 'UPHELD' | 'PARTLY' | 'NOT_UPHELD' | 'WITHDRAWN';

export function AnswerObjection({ entry }: { entry: Entry }) {
  const { caseId, version, round } = entry;
  const open = round?.objections.find(({ verdict }) => verdict === null);
  const [verdict, setVerdict] = useState<Verdict>();
  const [record, setRecord] = useState('');
  const [answer, setAnswer] = useState('');
  const unrelated = useUnrelated();
  return (
    <Frame
      entry={entry}
      act="answerObjection"
      unrelated={unrelated}
      off={
        open === undefined
          ? '没有要答复的意见'
          : verdict === undefined
            ? '先选查到什么'
            : (missingWords(record, '写下怎么查的') ?? missingWords(answer, '写一句答复'))
      }
      send={(requestId) =>
        call(
          'eliminations.answerObjection',
          {
            ...{ caseId, version, kinshipDeclared: true },
            ...{ objectionId: open?.id ?? '', verdict: verdict ?? 'NOT_UPHELD', record, answer },
          },
          requestId,
        )
      }
      done="答复了"
    >
      {open && <Note state="need" title={open.statement} />}
      <View className="sw-pad">
        <Choices<Verdict>
          label="查到什么"
          value={verdict}
          onChange={setVerdict}
          choices={[
            { value: 'UPHELD', label: '属实', detail: `不${whatOf(entry)}了` },
            { value: 'PARTLY', label: '有一部分属实' },
            { value: 'NOT_UPHELD', label: '不属实' },
            { value: 'WITHDRAWN', label: '本人不提了' },
          ]}
        />
        <Field label="怎么查的" type="textarea" maxLength={500} onInput={setRecord} />
        <Field label="给提意见的人的话" type="textarea" maxLength={500} onInput={setAnswer} />
      </View>
    </Frame>
  );
}

export function Leave({ entry }: { entry: Entry }) {
  const { caseId, version, today } = entry;
  const [how, setHow] = useState<'TRANSFERRED_OUT' | 'EXTINCT'>();
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState('');
  return (
    <Frame
      entry={entry}
      act="leave"
      off={how === undefined ? '选一样' : missingWords(reason, '写一句说明')}
      send={(requestId) =>
        call('eliminations.leave', { caseId, version, how: how ?? 'EXTINCT', on, reason }, requestId)
      }
      done="登记好了"
    >
      <View className="sw-pad">
        <Choices
          label="怎么离开的"
          value={how}
          onChange={setHow}
          choices={[
            { value: 'TRANSFERRED_OUT', label: '户口整户迁走', detail: '材料转给接收的地方' },
            { value: 'EXTINCT', label: '家里没有人了', detail: '不用公告' },
          ]}
        />
        <Field label="哪天" type="date" initial={on} onInput={setOn} />
        <Field label="说明" type="textarea" maxLength={300} hint="凭什么证明" onInput={setReason} />
      </View>
    </Frame>
  );
}
