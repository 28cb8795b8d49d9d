import Taro from '@tarojs/taro';
import { NetworkError } from './call';
import { isWeapp } from './target';

/** A browser needs a moment to take a file over. */
const KEPT_MS = 60_000;

/**
 * Shows a PDF: WeChat fetches it and opens it with its own reader, from where it can be sent on or printed; a browser
 * opens it beside the app.
 * @throws NetworkError when it could not be fetched
 */
export async function openPaper(url: string): Promise<void> {
  if (!isWeapp) {
    const link = document.createElement('a');
    link.href = url;
    link.target = '_blank';
    link.rel = 'noopener';
    link.click();
    return;
  }
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url }).catch(() => {
    throw new NetworkError('unreachable');
  });
  if (statusCode !== 200) throw new NetworkError('unreachable');
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true });
}

/**
 * Shows a PDF that came with an answer: it never has an address that somebody else could open.
 * @throws Error when the phone cannot keep or open it
 */
export async function openPdf({ name, base64 }: { name: string; base64: string }): Promise<void> {
  if (!isWeapp) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    link.download = `${name}.pdf`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
    return;
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}.pdf`;
  Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64');
  await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true });
}
