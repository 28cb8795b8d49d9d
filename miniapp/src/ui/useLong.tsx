import { type ReactNode, useState } from 'react';
import { Row } from './Row';

/** A slow phone draws 200 rows in seconds: it starts with these, and more come on a tap. */
const AT_ONCE = 50;

/**
 * For a list of `length` things, each called `unit` (行, 条, 份): how many of them are drawn, and the row below them that
 * brings more.
 */
export function useLong(length: number, unit: string): { shown: number; more: ReactNode } {
  const [shown, setShown] = useState(AT_ONCE);
  const hidden = length - shown;
  const more = hidden > 0 && (
    <Row
      title={`再看后面 ${Math.min(hidden, AT_ONCE)} ${unit}`}
      detail={`一共 ${length} ${unit}`}
      icon="down"
      act="看"
      onTap={() => setShown(shown + AT_ONCE)}
    />
  );
  return { shown, more };
}
