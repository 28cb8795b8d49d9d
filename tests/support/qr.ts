import readCode from 'jsqr';
import sharp from 'sharp';

const SIDE = 640;

/** Reads the QR code in a picture (a data URI), by a library of its own. */
export async function readQr(picture: string): Promise<string> {
  const bytes = Buffer.from(picture.split(',')[1] ?? '', 'base64');
  // As a camera sees it: a picture of some size, with white around.
  const { data, info } = await sharp(bytes, { density: 600 })
    .resize(SIDE, SIDE)
    .flatten({ background: '#fff' })
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const found = readCode(new Uint8ClampedArray(data), info.width, info.height);
  if (found === null) throw new Error('no code in the picture');
  return found.data;
}
