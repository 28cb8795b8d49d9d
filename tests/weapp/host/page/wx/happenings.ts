import { hears } from '../ears';

/** What happens to a phone, and who in the app wants to know: `wx.onX`, `wx.offX`. */

type Listener = (event: unknown, more?: unknown) => void;

const HAPPENINGS = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'NetworkStatusChange',
  'ThemeChange',
  'WindowResize',
  'KeyboardHeightChange',
  'MemoryWarning',
  'NeedPrivacyAuthorization',
  'UserCaptureScreen',
] as const;

export type Happening = (typeof HAPPENINGS)[number];

const listeners = new Map<Happening, Set<Listener>>(HAPPENINGS.map((name) => [name, new Set()]));

/** Gives whether anybody in the app was there to hear it. */
export function happen(name: Happening, event: unknown, more?: unknown): boolean {
  if (!hears(name)) return false;
  const interested = [...(listeners.get(name) ?? [])];
  for (const listener of interested) listener(event, more);
  return interested.length > 0;
}

export const happenings = Object.fromEntries(
  HAPPENINGS.flatMap((name) => {
    const interested = listeners.get(name);
    const on = (listener: Listener) => void interested?.add(listener);
    const off = (listener?: Listener) => void (listener ? interested?.delete(listener) : interested?.clear());
    return [
      [`on${name}`, on],
      [`off${name}`, off],
    ];
  }),
);
