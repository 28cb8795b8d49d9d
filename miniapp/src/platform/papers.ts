import Taro from '@tarojs/taro';
import { NetworkError } from './call';
import { isWeapp } from './target';

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
