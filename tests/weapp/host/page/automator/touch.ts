import { viewTop } from '../app/screen';

/** Fingers on the screen. */

export interface Finger {
  identifier?: number;
  clientX?: number;
  clientY?: number;
}

export interface Fingers {
  touches?: Finger[];
  changedTouches?: Finger[];
  /** So the client's own types spell it. */
  changeTouches?: Finger[];
}

type TouchType = 'touchstart' | 'touchmove' | 'touchend';

/** Touches the element: in its middle, when no place is given. Places count from below the title bar. */
export function touch(element: Element, type: TouchType, fingers: Fingers = {}): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const middle = { clientX: left + width / 2, clientY: top + height / 2 };
  const placed = (list: Finger[]) =>
    list.map(({ identifier = 0, clientX, clientY }) => {
      const x = clientX ?? middle.clientX;
      const y = clientY === undefined ? middle.clientY : clientY + viewTop();
      return new Touch({ clientX: x, clientY: y, pageX: x, pageY: y, identifier, target: element });
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
