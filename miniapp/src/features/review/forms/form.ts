import type { Me } from '@miniapp/features/account';
import type { CaseActOptions } from '../useCase';

/** What every form of an act is given: the case as it was looked at, who looks, and what comes after. */
export type FormProps = CaseActOptions & { me: Me };
