/**
 * What WeChat gives an app that draws nothing: storage, files, requests. In place of `@tarojs/taro`, it lets the
 * mini-program's own code run in a test without its pages. Storage and files outlive a killed app (`jest.resetModules`).
 */
export interface WechatPhone {
  /** Takes the place of Taro. */
  taro: object;
  storage: Map<string, string>;
  /** A photo as the camera leaves it. */
  photograph(): string;
  setOnline(isOnline: boolean): void;
}

interface RequestOptions {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: string;
}

interface UploadOptions {
  url: string;
  filePath: string;
  formData: Record<string, string>;
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** @param origin where the requests go, whatever server was built in */
export function openWechatPhone(origin: string): WechatPhone {
  const storage = new Map<string, string>();
  const files = new Map<string, Buffer>();
  const listeners = new Set<(state: { isConnected: boolean }) => void>();
  let made = 0;
  const add = (content: Buffer) => {
    made += 1;
    const path = `http://usr/${made}.jpg`;
    files.set(path, content);
    return path;
  };
  const there = (path: string) => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`no file ${path}`);
    return content;
  };

  async function request({ url, method, header, data }: RequestOptions) {
    const response = await fetch(origin + url, { method, headers: header, body: data ?? null });
    return { statusCode: response.status, data: await response.json() };
  }

  async function upload({ url, filePath, formData }: UploadOptions) {
    const form = new FormData();
    for (const [name, value] of Object.entries(formData)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(there(filePath))]), 'photo');
    const { status } = await fetch(url, { method: 'POST', body: form });
    return { statusCode: status };
  }

  const fileSystem = {
    readFileSync: (path: string) => there(path).toString('base64'),
  };
  const taro = {
    getStorageSync: (name: string) => storage.get(name) ?? '',
    setStorageSync: (name: string, value: string) => void storage.set(name, value),
    removeStorageSync: (name: string) => void storage.delete(name),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    request: (options: RequestOptions) => Object.assign(request(options), { abort: () => undefined }),
    uploadFile: (options: UploadOptions) => Object.assign(upload(options), { progress: () => undefined }),
    saveFile: async ({ tempFilePath }: { tempFilePath: string }) => ({
      savedFilePath: add(there(tempFilePath)),
    }),
    removeSavedFile: async ({ filePath }: { filePath: string }) => void files.delete(filePath),
    getFileInfo: async ({ filePath }: { filePath: string }) => ({ size: there(filePath).length }),
    compressImage: async ({ src }: { src: string }) => ({ tempFilePath: src }),
    getFileSystemManager: () => fileSystem,
    onNetworkStatusChange: (listener: (state: { isConnected: boolean }) => void) =>
      void listeners.add(listener),
    getNetworkType: () => undefined,
    getCurrentPages: () => [],
    useDidShow: () => undefined,
    useDidHide: () => undefined,
    useReady: () => undefined,
    useRouter: () => ({ params: {} }),
  };
  return {
    taro: { __esModule: true, default: taro, ...taro },
    storage,
    photograph: () => add(PNG),
    setOnline(isConnected) {
      for (const listener of listeners) listener({ isConnected });
    },
  };
}
