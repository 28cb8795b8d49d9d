/** The token in what a camera read off a printed notice: an address with it, or it alone; null for anything else. */
export function tokenOfText(text: string): string | null {
  const said = /[?&]t=([^&#]+)/.exec(text)?.[1] ?? text.trim();
  return /^[\w-]{1,40}\.[\w-]{1,64}\.[\w-]{22}$/.test(said) ? said : null;
}
