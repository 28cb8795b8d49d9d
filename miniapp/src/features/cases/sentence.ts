import { refusalOf } from '@miniapp/features/attachments';
import { failureOf } from '@miniapp/ui/QueryView';

/** Why something did not get through, as a sentence; undefined when nothing failed. A file may be what was refused. */
export const sentenceOf = (error: unknown): string | undefined => refusalOf(error) ?? failureOf(error);
