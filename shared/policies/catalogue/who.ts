import type { Fact } from '../facts';
import type { Rule } from '../rule';

export const is = (fact: Fact): Rule => ({ fact, is: [true] });
export const all = (...rules: Rule[]): Rule => ({ all: rules });
export const any = (...rules: Rule[]): Rule => ({ any: rules });
export const oneOf = (fact: Fact, ...values: string[]): Rule => ({ fact, is: values });
export const from = (fact: Fact, years: number): Rule => ({ fact, from: years });
/** Nobody older is at such a school: who is, need not be asked about it. */
export const upTo = (fact: Fact, years: number): Rule => ({ fact, to: years });
export const between = (fact: Fact, low: number, high: number): Rule => ({ fact, from: low, to: high });

/** M of domain.md 7: on the list, risk not eliminated. T: lifted from poverty. */
export const M = is('monitored');
export const T = is('lifted');
/** D, K, E, G: the four identities of civil affairs. */
export const D = is('dibao');
export const K = is('tekun');
export const E = is('edge');
export const G = is('rigidFamily');

export const disabled = oneOf('disability', 'G1', 'G2', 'G3', 'G4');
export const severelyDisabled = oneOf('disability', 'G1', 'G2');
/** Hard-up pupils: of the families that schools look at first. */
export const hardUp = any(M, T, D, K, E, G);
export const worksOut = oneOf('workArea', 'COUNTY', 'PROVINCE', 'AWAY');
export const canWork = oneOf('labour', 'NORMAL', 'SKILLED', 'WEAK');
export const ofWorkingAge = from('age', 16);
