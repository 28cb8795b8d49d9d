import readCode from 'jsqr';
import sharp from 'sharp';

/** Reads the QR code in a picture (a data URI), by a library of its own. */
export async function readQr(picture: string): Promise<string> {
  const bytes = Buffer.from(picture.split(',')[1] ?? '', 'base64');
  const { data, info } = await sharp(bytes, { density: 300 })
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const found = readCode(new Uint8ClampedArray(data), info.width, info.height);
  if (found === null) throw new Error('no code in the picture');
  return found.data;
}
