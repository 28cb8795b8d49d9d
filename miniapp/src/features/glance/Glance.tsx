import '@miniapp/styles/glance.css';
import { DESK_FROM_PX, RATINGS_PAGE, Staffed } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { isH5 } from '@miniapp/platform/target';
import { useWidth } from '@miniapp/platform/width';
import { Chips } from '@miniapp/ui/Chips';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Care } from './Care';
import { Columns } from './Columns';
import { type Asked, type Office, officeSaid, periodSaid } from './office';
import { Flow, Late, Steps, Villages } from './Parts';
import { type Days, Period } from './Period';
import { useWalk } from './useWalk';

export const CASES_PAGE = 'packages/glance/pages/cases';

/** 办得怎么样: what needs care first, then what came and went and how long it took; every number opens the list that it counts. */
export function Glance() {
  const [days, setDays] = useState<Days>({ span: 'D30', from: '', to: '' });
  const [region, setRegion] = useState('');
  const leave = useWalk();
  const query = useQuery(`office:${region}:${JSON.stringify(days)}`, () =>
    call('reviews.glance', { region, ...days }),
  );
  const office = query.data;
  const wide = useWidth() >= DESK_FROM_PX && isH5;
  const name = nameOf(office);
  const open = (asked: Asked) => {
    leave();
    go(CASES_PAGE, { ...asked, ...days, region: office?.region, name: asked.name ?? name });
  };
  return (
    <Page title="办得怎么样" wide>
      <Head title={`${name}办得怎么样`} {...(office && { hint: officeSaid(office) })} />
      {office !== undefined && office.regions.length > 1 && (
        <Section pad>
          <Chips
            label="看哪里"
            chips={office.regions.map(({ code, name: label }) => ({ value: code, label }))}
            value={[office.region]}
            onChange={(chosen) => setRegion(chosen.at(-1) ?? region)}
          />
        </Section>
      )}
      {office !== undefined && <Care office={office} open={open} />}
      <Columns
        left={
          <>
            <Section title="这段时间" {...(office && { aside: periodSaid(office) })}>
              <Period days={days} today={office?.today} onChange={setDays} />
              <Staffed query={query} rows={5}>
                {(seen) => <Flow office={seen} open={open} />}
              </Staffed>
            </Section>
            {office !== undefined && <Late office={office} open={open} />}
          </>
        }
        right={office !== undefined && <Steps office={office} open={open} />}
      />
      {office !== undefined && <Villages office={office} open={open} />}
      {office !== undefined && (
        <Section>
          <Row
            icon="star"
            title="大家怎么评"
            detail="只数星，看不到是谁评的"
            onTap={() => go(RATINGS_PAGE)}
          />
        </Section>
      )}
      {wide && office !== undefined && (
        <View className="sw-gl__keys">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd>
          下一个、上一个数字 <Kbd>Enter</Kbd>
          看是哪几家 <Kbd>Esc</Kbd>
          回来
        </View>
      )}
    </Page>
  );
}

const nameOf = (office: Office | undefined) =>
  office?.regions.find(({ code }) => code === office.region)?.name ?? '';
