import { type CanvasNode, drawingOf } from '../components/canvas';
import { extensionOf, readFile, temporaryPath, writeFile } from '../files';
import { type AsyncApi, Refusal } from './settle';

/** Pictures: read, made smaller, drawn, shown. */

async function decoded(path: string): Promise<ImageBitmap> {
  const content = await readFile(path);
  if (!content) throw new Refusal("file doesn't exist");
  return createImageBitmap(content).catch(() => {
    throw new Refusal('image decode error');
  });
}

async function saved(drawing: HTMLCanvasElement, type: 'png' | 'jpg', quality: number): Promise<string> {
  const mime = type === 'jpg' ? 'image/jpeg' : 'image/png';
  const content = await new Promise<Blob | null>((resolve) => drawing.toBlob(resolve, mime, quality));
  if (!content) throw new Refusal('canvas is empty');
  const path = temporaryPath(type);
  await writeFile(path, content);
  return path;
}

interface Compression {
  src: string;
  quality?: number;
  compressedWidth?: number;
  compressedHeight?: number;
}

interface Drawn {
  canvas?: CanvasNode;
  fileType?: 'png' | 'jpg';
  quality?: number;
}

export const pictures: Record<string, AsyncApi> = {
  async getImageInfo({ src }: { src: string }) {
    const { width, height } = await decoded(src);
    return { width, height, path: src, type: extensionOf(src), orientation: 'up' };
  },
  async compressImage({ src, quality = 80, compressedWidth, compressedHeight }: Compression) {
    const picture = await decoded(src);
    const scale = Math.min(
      1,
      (compressedWidth ?? picture.width) / picture.width,
      (compressedHeight ?? picture.height) / picture.height,
    );
    const drawing = document.createElement('canvas');
    drawing.width = Math.round(picture.width * scale);
    drawing.height = Math.round(picture.height * scale);
    drawing.getContext('2d')?.drawImage(picture, 0, 0, drawing.width, drawing.height);
    return { tempFilePath: await saved(drawing, 'jpg', quality / 100) };
  },
  async canvasToTempFilePath({ canvas, fileType = 'png', quality = 1 }: Drawn) {
    const drawing = canvas && drawingOf(canvas);
    if (!drawing) throw new Refusal('canvas is not there');
    return { tempFilePath: await saved(drawing, fileType, quality) };
  },
  previewImage: () => undefined,
  previewMedia: () => undefined,
  saveImageToPhotosAlbum: () => undefined,
  openDocument: async ({ filePath }: { filePath: string }) => {
    if (!(await readFile(filePath))) throw new Refusal("file doesn't exist");
  },
};
