/** So many are kept; then all are forgotten. */
const MOST = 4_096;

/**
 * A reading of a text that depends on nothing else, remembered: the same object is given again. For what a file says the
 * same in thousands of rows; never for what is of one person.
 */
export function remembered<T extends object | string>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = read(text);
      if (known.size >= MOST) known.clear();
      known.set(text, found);
    }
    return found;
  };
}
