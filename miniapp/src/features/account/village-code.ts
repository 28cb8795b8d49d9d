/** What a scanned code or a shared link says of a village. */
export interface VillageCode {
  code: string;
  boardCode: string;
}

const CODE = /^\d{12}$/;
const BOARD_CODE = /^[0-9a-f]{1,80}$/i;

/**
 * Reads a village from what opened the page: `?v=…&k=…` of a link, or the `scene` of a mini-program code, which has
 * room for 32 characters only and so reads `<v>,<k>`. Gives null when there is none.
 */
export function villageCodeOf(params: { v?: string; k?: string; scene?: string }): VillageCode | null {
  const [fromScene = '', sceneKey = ''] = (params.scene ?? '').split(',');
  const code = params.v ?? fromScene;
  const boardCode = params.k ?? sceneKey;
  if (!CODE.test(code)) return null;
  return { code, boardCode: BOARD_CODE.test(boardCode) ? boardCode : '' };
}

/** The same from the text of a scanned code, which is a link to the front page. */
export function villageCodeOfText(text: string): VillageCode | null {
  const found = (name: string) => new RegExp(`[?&]${name}=([0-9a-f]+)`, 'i').exec(text)?.[1];
  return villageCodeOf({ v: found('v') ?? text.trim(), k: found('k') });
}
