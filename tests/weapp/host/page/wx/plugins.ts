import { temporaryPath, writeFile } from '../files';
import { hosted } from '../hosted';
import { silence } from './sound';

/** Plugins of WeChat's, for an app that declares them: `requirePlugin` throws for any other. */

/** What was read aloud, part by part. */
export const spoken: string[] = [];

/** Bytes of UTF-8 that the plugin takes at a time. */
const LARGEST_CONTENT = 1000;
const MS_A_BYTE = 60;

interface TextToSpeech {
  content: string;
  success?: (result: { retcode: number; origin: string; filename: string }) => void;
  fail?: (problem: { retcode: number; msg: string }) => void;
}

/** 微信同声传译: it speaks silence, as long as the words would take. */
const WechatSI = {
  async textToSpeech({ content, success, fail }: TextToSpeech): Promise<void> {
    const bytes = new TextEncoder().encode(content).length;
    if (bytes === 0 || bytes > LARGEST_CONTENT) return fail?.({ retcode: -20001, msg: `${bytes} bytes` });
    spoken.push(content);
    const filename = temporaryPath('mp3');
    await writeFile(filename, silence(bytes * MS_A_BYTE));
    success?.({ retcode: 0, origin: content, filename });
  },
};

const PLUGINS: Record<string, unknown> = { WechatSI };

export function requirePlugin(name: string): unknown {
  if (!hosted.app.plugins?.[name]) throw new Error(`plugin "${name}" is not defined`);
  if (!(name in PLUGINS)) throw new Error(`plugin "${name}" is one that tests/weapp/host lacks`);
  return PLUGINS[name];
}
