import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { viewTop } from '../app/screen';

/** WeChat's event object: plain data, as it arrives from another thread. */
export interface WxEvent {
  type: string;
  timeStamp: number;
  target: WxEventTarget;
  currentTarget: WxEventTarget;
  mark: Record<string, unknown>;
  detail: unknown;
  touches?: WxFinger[];
  changedTouches?: WxFinger[];
}

interface WxEventTarget {
  id: string;
  dataset: Record<string, unknown>;
  offsetLeft: number;
  offsetTop: number;
}

export interface WxFinger {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
  /** Within the canvas, on a canvas. */
  x?: number;
  y?: number;
}

type EngineEvent = glassEasel.Event<unknown>;

/** A component shows itself to handlers as its caller; the element is inside. */
const elementOf = (target: unknown): glassEasel.Element =>
  ((target as { _$?: glassEasel.Element })._$ ?? target) as glassEasel.Element;

const domOf = (element: glassEasel.Element): HTMLElement | undefined =>
  (element.getBackendElement() ?? undefined) as HTMLElement | undefined;

function describe(target: unknown): WxEventTarget {
  const element = elementOf(target);
  const dom = domOf(element);
  return {
    id: element.id,
    dataset: { ...element.dataset },
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
  };
}

function fingers(list: TouchList | undefined, on: HTMLElement | undefined): WxFinger[] {
  const top = viewTop();
  const canvas = on?.localName === 'wx-canvas' ? on.getBoundingClientRect() : undefined;
  return [...(list ?? [])].map(({ identifier, clientX, clientY, pageX, pageY }) => ({
    identifier,
    pageX,
    pageY: pageY - top,
    clientX,
    clientY: clientY - top,
    ...(canvas && { x: clientX - canvas.left, y: clientY - canvas.top }),
  }));
}

function plainEvent(event: EngineEvent): WxEvent {
  const { target, currentTarget, mark, detail } = event as unknown as Record<string, unknown>;
  const touch = event.getOriginalEvent() as TouchEvent | undefined;
  const plain: WxEvent = {
    type: event.type,
    timeStamp: event.timeStamp,
    target: describe(target),
    currentTarget: describe(currentTarget),
    mark: (mark as Record<string, unknown> | undefined) ?? {},
    detail: detail ?? {},
  };
  if (!/^(touch|tap|long)/.test(event.type)) return plain;
  const on = domOf(elementOf(currentTarget));
  return {
    ...plain,
    detail: event.type.startsWith('touch') ? {} : plain.detail,
    touches: fingers(touch?.touches, on),
    changedTouches: fingers(touch?.changedTouches, on),
  };
}

const isEngineEvent = (value: unknown): value is EngineEvent =>
  typeof (value as EngineEvent | null)?.getEventBubbleStatus === 'function';

/** The same methods, called with plain events where glass-easel would pass objects of its own class. */
export function withPlainEvents(methods: Record<string, unknown>): Record<string, unknown> {
  const wrap = (method: (...args: unknown[]) => unknown) =>
    function (this: unknown, first: unknown, ...rest: unknown[]) {
      return method.call(this, isEngineEvent(first) ? plainEvent(first) : first, ...rest);
    };
  return Object.fromEntries(
    Object.entries(methods).map(([name, value]) => [
      name,
      typeof value === 'function' ? wrap(value as (...args: unknown[]) => unknown) : value,
    ]),
  );
}
