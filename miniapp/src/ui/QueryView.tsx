import { go } from '@miniapp/platform/navigate';
import { View } from '@tarojs/components';
import { type ReactNode, useContext } from 'react';
import { Button } from './Button';
import { ErrorView, type Phone } from './ErrorView';
import { Loading } from './Loading';
import { Note } from './Note';
import type { Query } from './useQuery';
import { WayOut } from './way-out';

export interface QueryViewProps<T> {
  query: Query<T>;
  /** Grey rows while waiting. */
  rows?: number;
  phone?: Phone;
  children: (data: T) => ReactNode;
}

const SIGNED_OUT = 401;
const NOT_FOUND = 404;

/** As in routes.ts; who has signed in there comes back. */
const ToSignIn = () => <Button onTap={() => go('packages/account/pages/signin', { back: 1 })}>去登录</Button>;

/** What was fetched; else grey bars, else the error. What was once on the screen stays, with a note. */
export function QueryView<T>({ query, rows, phone, children }: QueryViewProps<T>) {
  const { data, error, savedAt, reload } = query;
  const wayOut = useContext(WayOut);
  const status = (error as { status?: number } | null | undefined)?.status;
  if (data === undefined) {
    if (error === undefined) return <Loading rows={rows} />;
    return (
      <ErrorView
        sentence={sentenceOf(error)}
        onRetry={reload}
        instead={status === SIGNED_OUT ? <ToSignIn /> : status === NOT_FOUND ? wayOut : undefined}
        phone={phone}
      />
    );
  }
  return (
    <View>
      {error !== undefined && (
        <Note state="off" icon="nonet">
          {staleSentence(error, savedAt)}
        </Note>
      )}
      {children(data)}
    </View>
  );
}

/** A server that answered something else is no missing network. */
function staleSentence(error: unknown, savedAt: number | undefined): string {
  const why = (error as Error | null)?.name === 'NetworkError' ? '没有网' : '没有取到新的';
  return savedAt === undefined ? `${why}，这是刚才的` : `${why}，这是 ${chinaTime(savedAt)} 的`;
}

/** Errors that can speak to a person carry `sentence`. */
export function sentenceOf(error: unknown): string | undefined {
  const sentence = (error as { sentence?: unknown } | undefined)?.sentence;
  return typeof sentence === 'string' ? sentence : undefined;
}

/** Nothing came back. */
export const UNREACHED = {
  handIn: '没有交上，可能是网不好。填的都还在，再点一次。',
  act: '没有办成，可能是网不好。再点一次。',
  fetch: '没有取到，可能是网不好。再点一次。',
} as const;

/**
 * What is said when something was tried and failed: the error's own sentence, else that it did not get through and
 * what to do. Undefined when nothing failed. `handIn` says that what was filled in is still there.
 */
export function failureOf(error: unknown, tried: keyof typeof UNREACHED = 'handIn'): string | undefined {
  return error === undefined ? undefined : (sentenceOf(error) ?? UNREACHED[tried]);
}

const CHINA_MS = 8 * 3_600_000;

/** 「3月8日 9:10」 of a moment in milliseconds. */
function chinaTime(moment: number): string {
  const date = new Date(moment + CHINA_MS);
  const minutes = String(date.getUTCMinutes()).padStart(2, '0');
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${date.getUTCHours()}:${minutes}`;
}
