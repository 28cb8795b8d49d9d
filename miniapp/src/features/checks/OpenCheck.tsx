import { Entering, type Place, Places } from '@miniapp/features/ledgers';
import { issuesOf, somethingWasDone } from '@miniapp/features/staff';
import { call, type Input } from '@miniapp/platform/api';
import { replace } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ROUND_PAGE, TARGET_LABELS } from './words';

type Target = Input<'checks.open'>['target'];
const TITLE = '开始一次排查';
const DETAILS: Record<Target, string> = {
  ALL: '应查多少户，由各村或者镇里写',
  REGISTER: '应查多少户，系统按名单数好',
};

/** A township or a county opens a round: where, whom, what it is called, from when to when. */
export function OpenCheck() {
  const query = useQuery('checks', () => call('checks.list', {}));
  const units = query.data?.units ?? [];
  const [chosen, setChosen] = useState<Place>();
  // Places beside the one that is chosen last.
  const [others, setOthers] = useState<Place[]>([]);
  const [target, setTarget] = useState<Target>('ALL');
  const [name, setName] = useState('');
  const [days, setDays] = useState({ firstDay: '', lastDay: '' });
  const opening = useCommand((input: Input<'checks.open'>, requestId) =>
    call('checks.open', input, requestId),
  );
  const place = chosen ?? units[0];
  const firstDay = days.firstDay || (query.data?.today ?? '');
  const issues = issuesOf(opening.error);
  const off = name.trim() === '' ? '先写这次排查叫什么' : days.lastDay === '' ? '再选哪天前查完' : undefined;
  const open = async () => {
    if (place === undefined) return;
    const regions = [...others, place].map(({ region }) => region);
    const input = { regions, name, target, firstDay, lastDay: days.lastDay };
    const opened = await opening.run(input);
    if (opened === undefined) return;
    somethingWasDone();
    toast(`开始了，${opened.villages} 个村能看到`);
    await replace(ROUND_PAGE, { roundId: opened.roundId });
  };
  const named = issues.name ?? issues.firstDay ?? issues.lastDay;
  const failed = named === undefined ? failureOf(opening.error) : undefined;
  return (
    <Entering
      title={TITLE}
      hint="开始以后，各村马上看到，每天记查了多少户。"
      query={query}
      refused="排查由镇里和县里来开始"
      failed={failed}
      submit={{
        children: '开始排查',
        busy: opening.busy,
        busyText: '正在开始…',
        ...(off !== undefined && { off }),
        onTap: open,
      }}
    >
      {(first) => {
        const place = chosen ?? first;
        return (
          <>
            <Section title="哪些村？">
              {others.map((one) => (
                <Row
                  key={one.region}
                  title={one.name}
                  act="去掉"
                  onTap={() => setOthers(others.filter((other) => other !== one))}
                />
              ))}
              <View className="sw-pad sw-pb">
                <Places key={others.length} units={units} place={place} onChange={setChosen} />
                {!units.some(({ region }) => region === place.region) && (
                  <Link
                    edge
                    onTap={() => {
                      setOthers([...others.filter(({ region }) => region !== place.region), place]);
                      setChosen(units.find(({ region }) => place.region.startsWith(region)));
                    }}
                  >
                    再加一个地方
                  </Link>
                )}
              </View>
            </Section>
            <Section title="查谁？" pad>
              <Choices<Target>
                label="查谁？"
                hideLabel
                value={target}
                onChange={setTarget}
                choices={(['ALL', 'REGISTER'] as const).map((value) => ({
                  value,
                  label: TARGET_LABELS[value],
                  detail: DETAILS[value],
                }))}
              />
            </Section>
            <Section title="叫什么，哪天查完？" pad>
              <View className="sw-stack">
                <Field
                  label="叫什么"
                  maxLength={30}
                  placeholder="比如：秋季集中排查"
                  error={issues.name}
                  onInput={setName}
                />
                <Field
                  label="从哪天起"
                  type="date"
                  initial={firstDay}
                  error={issues.firstDay}
                  onInput={(value) => setDays({ ...days, firstDay: value })}
                />
                <Field
                  label="哪天前查完"
                  type="date"
                  error={issues.lastDay}
                  onInput={(value) => setDays({ ...days, lastDay: value })}
                />
              </View>
            </Section>
          </>
        );
      }}
    </Entering>
  );
}
