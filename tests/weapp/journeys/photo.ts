import { TINY_PNG } from '@tests/support/files';
import type { Phone } from '../support/phone';

/** Enough of a photo for a phone that draws it anew. */
const PNG = Buffer.from(TINY_PNG).toString('base64');

/** What code that is evaluated inside the app sees. */
declare const wx: {
  env: { USER_DATA_PATH: string };
  getFileSystemManager(): { writeFileSync(path: string, data: string, encoding: 'base64'): void };
};

/** Puts a photo on the phone; from now on the camera gives it whenever it is asked. */
export async function loadCamera({ app }: Phone): Promise<void> {
  const tempFilePath = (await app.evaluate((content: string) => {
    const path = `${wx.env.USER_DATA_PATH}/camera.png`;
    wx.getFileSystemManager().writeFileSync(path, content, 'base64');
    return path;
  }, PNG)) as string;
  await app.mockWxMethod('chooseMedia', {
    type: 'image',
    tempFiles: [{ tempFilePath, size: 70, fileType: 'image' }],
    errMsg: 'chooseMedia:ok',
  });
}
