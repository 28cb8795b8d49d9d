/** Characters that fit one line of a title. */
const TITLE_LINE = 17;

/** A long title in two lines, as near to its middle as a word ends that people know. */
export function titleLines(title: string): string[] {
  if (title.length <= TITLE_LINE) return [title];
  const ends = [...title.matchAll(/拟?纳入|拟?消除|发放|落实|村|镇|乡/g)].map(
    (one) => one.index + one[0].length,
  );
  const middle = title.length / 2;
  const fits = ends.filter((end) => end <= TITLE_LINE && title.length - end <= TITLE_LINE);
  const [at = Math.ceil(middle)] = fits.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return [title.slice(0, at), title.slice(at)];
}
