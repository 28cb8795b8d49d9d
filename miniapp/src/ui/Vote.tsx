import { Input, Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon } from './Icon';
import { Note } from './Note';
import '../styles/staff.css';

export interface Votes {
  yes?: number;
  no?: number;
  abstain?: number;
}

export interface VoteProps {
  /** The household. */
  name: string;
  /** 「2 组 · 4 人」 */
  detail?: ReactNode;
  /** Who may vote on this household. */
  voters: number;
  /** 「柳春林是他堂弟，这一户回避，不投票」 */
  recusal?: string;
  initial?: Votes;
  /** After every change, also when the sum is not right yet: see votesMissing. */
  onCommit: (votes: Votes) => void;
}

const BOXES: ReadonlyArray<{ key: keyof Votes; label: string }> = [
  { key: 'yes', label: '同意' },
  { key: 'no', label: '不同意' },
  { key: 'abstain', label: '弃权' },
];

/** Votes still missing; negative when there are too many, undefined while a box is empty. */
export function votesMissing({ yes, no, abstain }: Votes, voters: number): number | undefined {
  if (yes === undefined || no === undefined || abstain === undefined) return undefined;
  return voters - yes - no - abstain;
}

/** Counting the votes on one household. */
export function Vote({ name, detail, voters, recusal, initial = {}, onCommit }: VoteProps) {
  const [votes, setVotes] = useState(initial);
  // What stands there belongs to the person from now on, whatever `initial` becomes.
  const [first] = useState(initial);
  const count = (key: keyof Votes, text: string) => {
    const next = { ...votes, [key]: /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined };
    setVotes(next);
    onCommit(next);
  };
  return (
    <View className="sw-vote_wrap">
      <View className="sw-vote__name">
        {name} {detail && <Text className="sw-sub">{detail}</Text>}
      </View>
      {recusal && (
        <View className="sw-mt8">
          <Note state="need" inset>
            {recusal}
          </Note>
        </View>
      )}
      <View className="sw-vote" {...a11y({ role: 'group', label: `${name}的票数` })}>
        {BOXES.map(({ key, label }) => (
          <View key={key} className="sw-vote__i">
            <View className="sw-sub">{label}</View>
            <View className="sw-vote__r">
              <Input
                className="weui-input"
                type="number"
                maxlength={4}
                cursorSpacing={120}
                defaultValue={first[key] === undefined ? '' : String(first[key])}
                onInput={({ detail: typed }: { detail: { value: string } }) => count(key, typed.value)}
                {...a11y({ label: `${name}，${label}几票` })}
              />
              <View className="sw-sub">票</View>
            </View>
          </View>
        ))}
      </View>
      <Sum missing={votesMissing(votes, voters)} voters={voters} />
    </View>
  );
}

function Sum({ missing, voters }: { missing: number | undefined; voters: number }) {
  if (missing === undefined) return null;
  const right = missing === 0;
  const words = right
    ? `合计 ${voters} 票，和投票人数对得上`
    : missing > 0
      ? `差 ${missing} 票，再数一数`
      : `多 ${-missing} 票，再数一数`;
  return (
    <View className={classes('sw-vote__sum', !right && 'sw-vote__sum_bad')} {...a11y({ role: 'status' })}>
      <Icon name={right ? 'ok' : 'need'} />
      <View>{words}</View>
    </View>
  );
}
