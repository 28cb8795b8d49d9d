import type { SetDataCount } from '../../hosted-app';

/** WeChat refuses a call that carries more. */
const LIMIT = 1024 * 1024;

export const setDataCount: SetDataCount = { calls: 0, bytes: 0, largest: 0 };

interface HasSetData {
  setData(data: Record<string, unknown>, done?: () => void): void;
}

const utf8 = new TextEncoder();

/**
 * In WeChat data crosses from one thread to another as JSON: no functions, no shared references, at most 1 MiB a call.
 * Here both are one thread, so `setData` of this page or component is made to do the same, and is counted.
 */
export function sendDataAsJson(instance: HasSetData, where: string): void {
  const { setData } = instance;
  const crossing = function (this: HasSetData, data: Record<string, unknown>, done?: () => void) {
    const absent = Object.keys(data).find((key) => data[key] === undefined);
    if (absent !== undefined) console.error(`setData of ${where}: "${absent}" is undefined`);
    const json = JSON.stringify(data);
    const size = utf8.encode(json).length;
    setDataCount.calls += 1;
    setDataCount.bytes += size;
    setDataCount.largest = Math.max(setDataCount.largest, size);
    if (size > LIMIT) throw new Error(`setData of ${where} carries ${size} bytes, over the limit of 1 MiB`);
    setData.call(this, JSON.parse(json) as Record<string, unknown>, done);
  };
  Object.defineProperty(instance, 'setData', { value: crossing });
}
