import { Staffed } from '@miniapp/features/staff';
import { Bar } from '@miniapp/ui/Bar';
import type { ButtonProps } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import type { Query } from '@miniapp/ui/useQuery';
import type { ReactNode } from 'react';
import type { Place } from './Places';

interface EnteringProps<Known> {
  title: string;
  hint: string;
  /** Knows the places of the reader. */
  query: Query<Known>;
  /** Who does this, for whoever has no place. */
  refused: string;
  failed: string | undefined;
  submit: ButtonProps;
  /** The form, for a first place of the reader's. */
  children: (first: Place) => ReactNode;
}

/** A page on which an office of a township or the county begins something for places of its own. */
export function Entering<Known extends { units: readonly Place[] }>({
  title,
  hint,
  query,
  refused,
  failed,
  submit,
  children,
}: EnteringProps<Known>) {
  const [first] = query.data?.units ?? [];
  return (
    <Page title={title} {...(first !== undefined && { bar: <Bar primary={submit} /> })}>
      {failed !== undefined && <Note state="late" alert title={failed} />}
      <Head title={title} hint={hint} />
      <Staffed query={query} rows={5}>
        {() =>
          first === undefined ? (
            <Section flush>
              <Empty>{refused}</Empty>
            </Section>
          ) : (
            children(first)
          )
        }
      </Staffed>
    </Page>
  );
}
