import { topPage } from '../app/stack';
import { findAll } from '../find';

/** `wx.createIntersectionObserver()`, over the browser's own. */

interface Options {
  thresholds?: number[];
  observeAll?: boolean;
}

interface Margins {
  left?: number;
  right?: number;
  top?: number;
  bottom?: number;
}

type Told = (seen: { id: string; intersectionRatio: number; time: number }) => void;

export function createIntersectionObserver(
  _component: unknown,
  { thresholds = [0], observeAll }: Options = {},
) {
  const page = topPage().element;
  let root: Element | null = page;
  let rootMargin = '0px';
  let running: IntersectionObserver | undefined;

  const within = (element: Element | null, { top = 0, right = 0, bottom = 0, left = 0 }: Margins = {}) => {
    root = element;
    rootMargin = [top, right, bottom, left].map((margin) => `${margin}px`).join(' ');
    return observer;
  };
  const observer = {
    relativeTo: (selector: string, margins?: Margins) => within(findAll(page, selector)[0] ?? null, margins),
    relativeToViewport: (margins?: Margins) => within(page, margins),
    observe(selector: string, told: Told) {
      running = new IntersectionObserver(
        (entries) => {
          for (const { target, intersectionRatio, time } of entries)
            told({ id: target.id, intersectionRatio, time });
        },
        { root, rootMargin, threshold: thresholds },
      );
      const found = findAll(page, selector);
      for (const element of observeAll ? found : found.slice(0, 1)) running.observe(element);
    },
    disconnect: () => running?.disconnect(),
  };
  return observer;
}
