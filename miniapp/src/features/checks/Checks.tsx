import { Staffed, useFreshAfterActs } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Bar } from '@miniapp/ui/Bar';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useLong } from '@miniapp/ui/useLong';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { countWords, daysOf, OPEN_PAGE, ROUND_PAGE, roundTag } from './words';

/** 集中排查: rounds of checks, the newest first; a township or county opens one here. */
export function Checks() {
  const query = useFreshAfterActs(useQuery('checks', () => call('checks.list', {})));
  const rounds = query.data?.rounds ?? [];
  const opens = (query.data?.units.length ?? 0) > 0;
  const { shown, more } = useLong(rounds.length, '次');
  return (
    <Page
      title="集中排查"
      {...(opens && { bar: <Bar primary={{ children: '开始一次排查', onTap: () => go(OPEN_PAGE) }} /> })}
    >
      <Head title="集中排查" hint="一户一户走到，查了多少当天记。记的数自动进台账。" />
      <Staffed query={query} rows={4}>
        {() => (
          <Section flush>
            {rounds.length === 0 && (
              <Empty>{opens ? '还没有排查，点下面开始一次' : '还没有排查，镇里开始了，这里就有'}</Empty>
            )}
            {rounds.slice(0, shown).map((round) => (
              <Row
                key={round.id}
                title={round.name}
                detail={
                  <>
                    <View>{[round.places.join('、'), daysOf(round)].filter(Boolean).join(' · ')}</View>
                    <View>{countWords(round)}</View>
                  </>
                }
                tag={<Tag state={roundTag(round).state}>{roundTag(round).text}</Tag>}
                onTap={() => go(ROUND_PAGE, { roundId: round.id })}
              />
            ))}
            {more}
          </Section>
        )}
      </Staffed>
    </Page>
  );
}
