import { KeptActs } from '@miniapp/features/review/kit';
import { Staffed } from '@miniapp/features/staff';
import { NetworkError } from '@miniapp/platform/call';
import { useParams } from '@miniapp/platform/navigate';
import { Bar } from '@miniapp/ui/Bar';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import type { Query } from '@miniapp/ui/useQuery';
import type { StaffFamily } from '@shared/contract/measures';
import type { ComponentProps, ReactNode } from 'react';
import { VISIT_PAGE } from './pages';

/** Where what waits on the phone is changed. */
const FORMS = { 'measures.visit': VISIT_PAGE } as const;

interface HelpPageProps<D> {
  query: Query<D>;
  /** Undefined while it is not known, or not the reader's. */
  family: Pick<StaffFamily, 'headName' | 'villageName' | 'group' | 'memberCount' | 'includedOn'> | undefined;
  /** How a day is said: the year is of use where history is read. */
  say: (day: string) => string;
  bar?: ComponentProps<typeof Bar> | undefined;
  children: (data: D) => ReactNode;
}

/** A page about the help of one family: whose it is, and what of it still lies on the phone. */
export function HelpPage<D>({ query, family, say, bar, children }: HelpPageProps<D>) {
  const { caseId = '' } = useParams<'caseId'>();
  return (
    <Page title="一户的帮扶" bar={bar && <Bar {...bar} />}>
      <Head
        title={family === undefined ? '一户的帮扶' : `${family.headName}家`}
        hint={
          family &&
          [
            family.villageName,
            family.group,
            family.memberCount === null ? '' : `${family.memberCount} 口人`,
            `${say(family.includedOn)}列入`,
          ]
            .filter(Boolean)
            .join(' · ')
        }
      />
      <KeptActs caseId={caseId} unreached={query.error instanceof NetworkError} pages={FORMS} />
      <Staffed query={query} rows={6}>
        {children}
      </Staffed>
    </Page>
  );
}
