import { callPhone } from '@miniapp/platform/ui';
import type { ReactNode } from 'react';
import { Row } from './Row';

interface CallRowProps {
  title: ReactNode;
  number: string;
  /** After the number: where they are, what else may be said. */
  also?: string;
  /** Small words above: 「联系您家的干部」. */
  over?: string;
}

/** Somebody to call: the whole row dials. */
export const CallRow = ({ title, number, also, over }: CallRowProps) => (
  <Row
    icon="phone"
    over={over}
    title={title}
    detail={[number, also].filter(Boolean).join(' · ')}
    act="拨打"
    onTap={() => callPhone(number)}
  />
);
