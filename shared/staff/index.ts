/** What an administrator's list of staff says, and what is wrong with a row of it. */
export * from './row';
