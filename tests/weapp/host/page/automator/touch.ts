/** Fingers on the screen. */

export interface Finger {
  identifier?: number;
  clientX?: number;
  clientY?: number;
  pageX?: number;
  pageY?: number;
}

export interface Fingers {
  touches?: Finger[];
  changedTouches?: Finger[];
  /** So the client's own types spell it. */
  changeTouches?: Finger[];
}

type TouchType = 'touchstart' | 'touchmove' | 'touchend';

/** Touches the element: in its middle, when no place is given. */
export function touch(element: Element, type: TouchType, fingers: Fingers = {}): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const middle = { clientX: left + width / 2, clientY: top + height / 2 };
  const placed = (list: Finger[]) =>
    list.map(({ identifier = 0, ...place }) => {
      const at = { ...middle, ...place };
      return new Touch({ pageX: at.clientX, pageY: at.clientY, ...at, identifier, target: element });
    });
  const touches = placed(fingers.touches ?? (type === 'touchend' ? [] : [{}]));
  const changedTouches = placed(fingers.changedTouches ?? fingers.changeTouches ?? fingers.touches ?? [{}]);
  element.dispatchEvent(
    new TouchEvent(type, {
      bubbles: true,
      composed: true,
      cancelable: true,
      touches,
      targetTouches: touches,
      changedTouches,
    }),
  );
}

export function tap(element: Element): void {
  element.scrollIntoView({ block: 'nearest' });
  touch(element, 'touchstart');
  touch(element, 'touchend');
}
