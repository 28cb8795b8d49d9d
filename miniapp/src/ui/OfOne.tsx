import { replace, switchTab, useParams } from '@miniapp/platform/navigate';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { Head } from './Head';
import { Note } from './Note';
import { Page } from './Page';
import { WayOut } from './way-out';

export interface OfOneProps {
  /** The parameter of the address that names it. */
  name: string;
  /** Title and address of the list that it is chosen from; without it, the tab 我家. */
  list?: readonly [title: string, path: string];
  children: ReactNode;
}

/** As the server takes ids. */
const ID = /^[\w.:-]{1,64}$/;

/**
 * A page about one family, or one thing. Where its address names none, it says so and leads to the list that it is
 * chosen from; so does what it fetches, where the server knows none of that name.
 */
export function OfOne({ name, list, children }: OfOneProps) {
  const id = useParams<string>()[name] ?? '';
  const title = list?.[0] ?? '我家';
  const way = (
    <Button
      onTap={() => (list === undefined ? switchTab('family') : replace(list[1]))}
    >{`去“${title}”`}</Button>
  );
  if (ID.test(id)) return <WayOut.Provider value={way}>{children}</WayOut.Provider>;
  const back = `回“${title}”，从那里点进来。`;
  return (
    <Page>
      <Head title="要先选一个" read={`这一页要先选一个。${back}`} />
      <Note state="need" title={back} action={way} />
    </Page>
  );
}
