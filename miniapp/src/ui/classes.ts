/** Class names that hold, joined. */
export const classes = (...names: Array<string | false | undefined>): string =>
  names.filter(Boolean).join(' ');
