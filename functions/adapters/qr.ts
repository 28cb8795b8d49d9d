/** Takes a text; gives its QR code as the address of a picture (SVG in a data URI). The library is loaded by this call. */
export async function qrPicture(text: string): Promise<string> {
  const { toString: draw } = require('qrcode') as typeof import('qrcode');
  const svg = await draw(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
