import { type Pages, useFreshAfterActs, usePages } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';

export type Entry = Output<'eliminations.get'>['exit'];
export type EntryRow = Output<'eliminations.list'>['rows'][number];
type Page = Output<'eliminations.list'>;

export const LISTS = ['MOVING', 'MONITORED', 'ELIMINATED', 'GONE'] as const;
export type List = (typeof LISTS)[number];

const PAGE = 50;

/** One list of the register, a page at a time. */
export const useRegister = (list: List): Pages<EntryRow, Page> =>
  usePages<EntryRow, Page>(`register:${list}`, (cursor) =>
    call('eliminations.list', { list, cursor, limit: PAGE }),
  );

export const useEntry = (caseId: string): Query<Entry> =>
  useFreshAfterActs(
    useQuery(
      caseId === '' ? undefined : `register:entry:${caseId}`,
      async () => (await call('eliminations.get', { caseId })).exit,
    ),
  );
