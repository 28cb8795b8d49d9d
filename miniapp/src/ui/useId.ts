import { useRef } from 'react';

let last = 0;

/** An id for this component, with characters that a selector takes on both builds. */
export function useId(): string {
  const id = useRef('');
  if (!id.current) {
    last += 1;
    id.current = `sw-${last}`;
  }
  return id.current;
}
