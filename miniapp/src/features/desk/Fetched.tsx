import { Staffed } from '@miniapp/features/staff';

import { Note } from '@miniapp/ui/Note';
import type { Query } from '@miniapp/ui/useQuery';
import type { ReactNode } from 'react';

interface FetchedProps<T> {
  query: Query<T>;
  children: (data: T) => ReactNode;
}

/** A query in a column of the desk: nothing may stand between the column and what scrolls in it. */
export function Fetched<T>({ query, children }: FetchedProps<T>) {
  if (query.data === undefined)
    return (
      <Staffed query={query} rows={6}>
        {() => null}
      </Staffed>
    );
  return (
    <>
      {query.error !== undefined && (
        <Note state="off" icon="nonet">
          没有取到新的，这是刚才的
        </Note>
      )}
      {children(query.data)}
    </>
  );
}
