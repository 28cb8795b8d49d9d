import { Button } from '@miniapp/ui/Button';
import { Chips } from '@miniapp/ui/Chips';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { sentenceOf } from '@miniapp/ui/QueryView';
import type { QueueFilter } from '@shared/casework';
import { CASE_STATES, CHANNELS, isClosed, RISK_TYPES } from '@shared/casework/codes';
import { CHANNEL_LABELS, RISK_LABELS, STATE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import '../../../styles/queue.css';
import { usePlaces } from './usePlaces';
import type { SavedFilters } from './useSaved';
import { isNarrow, TAB_WORDS, TABS, whole } from './words';

/** Steps at which a case is open. */
const STEPS = CASE_STATES.filter((state) => !isClosed(state) && state !== 'DRAFT') as Exclude<
  QueueFilter['step'],
  ''
>[];

interface NarrowProps {
  filter: QueueFilter;
  onChange: (filter: QueueFilter) => void;
  saved: SavedFilters;
  /** Queues and steps are chosen here too: where no column beside the list has them. */
  withQueues?: boolean;
  onClose: () => void;
}

/** What the list is narrowed by. Each tap shows at once; a narrowed queue can be kept under a name. */
export function Narrow({ filter, onChange, saved, withQueues, onClose }: NarrowProps) {
  const { towns, villages } = usePlaces(filter.place);
  const set = (part: Partial<QueueFilter>) => onChange({ ...filter, ...part });
  return (
    <View className="sw-sift">
      {withQueues && (
        <Chips
          label="看哪些"
          chips={TABS.map((tab) => ({ value: tab, label: TAB_WORDS[tab] }))}
          value={[filter.tab]}
          onChange={(tabs) => set({ tab: tabs.find((tab) => tab !== filter.tab) ?? 'MINE' })}
        />
      )}
      <One
        label="哪一步"
        chips={STEPS.map((step) => ({ value: step, label: STATE_LABELS[step] }))}
        value={filter.step}
        onChange={(step) => set({ step })}
      />
      {towns.length > 0 && (
        <One
          label="哪个镇"
          chips={towns}
          value={filter.place.slice(0, 9)}
          onChange={(place) => set({ place })}
        />
      )}
      {villages.length > 0 && (
        <One
          label="哪个村"
          chips={villages}
          value={filter.place}
          onChange={(place) => set({ place: place === '' ? townOf(filter, towns.length > 0) : place })}
        />
      )}
      <One
        label="什么难处"
        chips={RISK_TYPES.map((risk) => ({ value: risk, label: RISK_LABELS[risk] }))}
        value={filter.risk}
        onChange={(risk) => set({ risk })}
      />
      <One
        label="怎么来的"
        chips={CHANNELS.map((channel) => ({ value: channel, label: CHANNEL_LABELS[channel] }))}
        value={filter.channel}
        onChange={(channel) => set({ channel })}
      />
      {isNarrow(filter) && <Keep filter={filter} saved={saved} />}
      <View className="sw-sift__end">
        <Link onTap={onClose}>收起</Link>
        {isNarrow(filter) && <Link onTap={() => onChange(whole(filter.tab))}>都不选</Link>}
      </View>
    </View>
  );
}

const townOf = ({ place }: QueueFilter, isCounty: boolean) => (isCounty ? place.slice(0, 9) : '');

interface OneProps<V extends string> {
  label: string;
  chips: ReadonlyArray<{ value: Exclude<V, ''>; label: string }>;
  value: V;
  onChange: (value: V | '') => void;
}

/** One of them or none: a second tap takes it away. */
function One<V extends string>({ label, chips, value, onChange }: OneProps<V>) {
  return (
    <Chips
      label={label}
      chips={chips}
      value={value === '' ? [] : [value as Exclude<V, ''>]}
      onChange={(next) => onChange(next.find((one) => one !== value) ?? '')}
    />
  );
}

/** Keeps what is chosen. What was typed stays there until it is kept. */
function Keep({ filter, saved }: { filter: QueueFilter; saved: SavedFilters }) {
  const field = useRef<FieldHandle>(null);
  const [missing, setMissing] = useState(false);
  const keep = async () => {
    const name = field.current?.value() ?? '';
    setMissing(name === '');
    if (name === '') field.current?.focus();
    else if (await saved.save(name, filter)) field.current?.set('');
  };
  const error = missing ? '还没有写名字' : sentenceOf(saved.saving.error);
  return (
    <>
      <Field ref={field} label="存起来，下次一点就有" placeholder="起个名字" maxLength={12} error={error} />
      <View className="sw-mt8">
        <Button size="small" busy={saved.saving.busy} busyText="正在存…" onTap={keep}>
          存起来
        </Button>
      </View>
    </>
  );
}
