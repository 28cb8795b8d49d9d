import type { Output } from '@miniapp/platform/api';
import type { GlanceCount } from '@shared/casework/codes';
import { day } from '@shared/messages';

export type Office = Output<'reviews.glance'>;

/** One number: which list it counts. */
export interface Asked {
  what: GlanceCount;
  part?: string;
  person?: string;
  /** The name of that person. */
  whom?: string;
  village?: string;
  name?: string;
}

export interface PartProps {
  office: Office;
  open: (asked: Asked) => void;
}

/** The state of the office in a sentence. */
export function officeSaid({ counts: { OPEN, OVERDUE, DUE_SOON } }: Office): string {
  if (OPEN === 0) return '现在没有在办的。';
  const late = OVERDUE === 0 ? '没有晚的' : `晚了 ${OVERDUE} 件`;
  return `现在在办 ${OPEN} 件，${late}${DUE_SOON === 0 ? '' : `，今明两天到期 ${DUE_SOON} 件`}。`;
}

export const periodSaid = ({ from, to }: Office): string => `${day(from)}到${day(to)}`;
