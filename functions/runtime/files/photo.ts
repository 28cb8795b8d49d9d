import type * as Sharp from 'sharp';
import { Failure } from '../failure';

/** The largest picture that is opened at all: what the best phones of today take, 8,000 × 6,000. */
const MAX_PIXELS = 50_000_000;
/** A bill of four hundred lines is legible at this length. */
const LONGEST_SIDE = 2560;
const QUALITY = 82;

let loaded: typeof Sharp.default | undefined;

/**
 * sharp takes 40 ms and 20 MB to load: only a call that looks at a photo pays for it. Of the formats that it reads two
 * are left, whatever a file calls itself: no SVG that loads from elsewhere, no PDF.
 */
function load(): typeof Sharp.default {
  if (loaded) return loaded;
  const library = require('sharp') as typeof Sharp.default;
  library.block({ operation: ['VipsForeignLoad'] });
  library.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
  // An instance works on one photo at a time, and none twice.
  library.cache(false);
  library.concurrency(1);
  loaded = library;
  return library;
}

/**
 * Draws a photo anew: upright, at most 2,560 px long, a JPEG of colours and nothing else; neither the place where it
 * was taken nor any other note in the file goes along (domain.md 4.9). Takes a JPEG or PNG. Size is read from the
 * file's head, so that a picture of a billion points that fits into a kilobyte is refused before it is unfolded.
 * @throws Failure bad_input ATTACHMENT_TOO_LARGE (too many points), ATTACHMENT_BROKEN (cut off, or no picture inside)
 */
export async function redraw(content: Uint8Array): Promise<Uint8Array> {
  const options: Sharp.SharpOptions = { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 };
  const open = load();
  try {
    const { width, height } = await open(content, { ...options, limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) throw refusedFile('ATTACHMENT_TOO_LARGE');
    return await open(content, options)
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: QUALITY })
      .toBuffer();
  } catch (error) {
    throw error instanceof Failure ? error : refusedFile('ATTACHMENT_BROKEN');
  }
}

type Refused =
  | 'ATTACHMENT_TOO_LARGE'
  | 'ATTACHMENT_WRONG_TYPE'
  | 'ATTACHMENT_BROKEN'
  | 'VOICE_TOO_LONG'
  | 'VOICE_WRONG_TYPE';

/** What is said of a file that is not taken. */
export function refusedFile(reason: Refused): Failure {
  return new Failure('bad_input', reason, { issues: [{ field: 'attachmentId', reason, message: '' }] });
}
