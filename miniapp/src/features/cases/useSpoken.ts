import { sendFile } from '@miniapp/features/attachments';
import { newRequestId } from '@miniapp/platform/call';
import type { LocalVoice } from '@miniapp/platform/media';
import type { TalkProps } from '@miniapp/ui/Talk';
import { useRef, useState } from 'react';

export interface Spoken {
  /** For Talk: the recording as it is on this phone. */
  talk: Pick<TalkProps, 'voice' | 'onVoice'>;
  isThere: boolean;
  /** Sends it, once however often it is asked for; null when nothing was said. Rejects like `sendFile`. */
  send: () => Promise<string | null>;
}

/** One recording that goes along with what is handed in. Said again, it is another one, with its own way to the store. */
export function useSpoken(): Spoken {
  const [voice, setVoice] = useState<LocalVoice>();
  const key = useRef('');
  return {
    talk: {
      voice: voice && { seconds: voice.seconds, detail: '录好了，还没有交', path: voice.path },
      onVoice: (said) => {
        key.current = newRequestId();
        setVoice(said);
      },
    },
    isThere: voice !== undefined,
    send: async () => (voice === undefined ? null : sendFile(voice, 'VOICE', { key: key.current })),
  };
}
