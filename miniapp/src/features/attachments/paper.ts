import { choosePhotos, type LocalPhoto, NotAPhoto } from '@miniapp/platform/media';

/** A photo of a signed paper; a sentence when none came of it, nothing when the person changed her mind. */
export async function photographPaper(): Promise<LocalPhoto | string | undefined> {
  try {
    return (await choosePhotos(1))[0];
  } catch (error) {
    return error instanceof NotAPhoto ? '这个文件不是照片，换一张' : '没拍成，再试一次';
  }
}
