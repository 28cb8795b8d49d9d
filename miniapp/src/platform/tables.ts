import Taro from '@tarojs/taro';
import type { LocalTable } from './media';
import { isWeapp } from './target';

/** Asks for one table: a file of a chat on weapp, a file of the computer on H5. Nothing when the person changed her mind. */
export function chooseTable(): Promise<LocalTable | undefined> {
  return isWeapp ? chooseOnWeapp() : chooseOnH5();
}

const TYPE = 'application/octet-stream';

async function chooseOnWeapp(): Promise<LocalTable | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['xlsx', 'csv'],
    });
    const [file] = tempFiles;
    return file && { path: file.path, size: file.size, name: file.name, type: TYPE };
  } catch (error) {
    if (String((error as { errMsg?: string }).errMsg ?? '').includes('cancel')) return undefined;
    throw error;
  }
}

function chooseOnH5(): Promise<LocalTable | undefined> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.xlsx,.csv';
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(undefined));
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      resolve(file && { path: '', size: file.size, name: file.name, type: TYPE, blob: file });
    });
    input.click();
  });
}

/** Shows a table of the server: opened by WeChat, from where it can be passed on to a computer; saved on H5. */
export async function openTable(url: string, fileName: string): Promise<void> {
  if (!isWeapp) {
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    return;
  }
  const { tempFilePath } = await Taro.downloadFile({ url });
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true });
}
