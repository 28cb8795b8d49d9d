export * from './codes';
export { type FoundVillage, type VillagePlace, villageFinder } from './places';
export { type ClueRow, type ClueRowFault, type ReadClue, readClue, sameClue, samePerson } from './row';
export * from './rules';
export * from './warnings';
