import { keptFile } from '@miniapp/platform/kept-files';
import type { LocalVoice } from '@miniapp/platform/media';
import { Talk } from '@miniapp/ui/Talk';
import { useEffect, useState } from 'react';
import { type KeptVoice, keepVoice } from './kept-voice';

interface SpokenProps {
  voice: KeptVoice | undefined;
  onChange: (voice: KeptVoice) => void;
}

/** 「说一说」 of what is handed in later: the recording stays on the phone, also when the app is closed. */
export function Spoken({ voice, onChange }: SpokenProps) {
  const [path, setPath] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one that was said before this page was opened
  useEffect(() => {
    if (voice !== undefined) keptFile(voice.key).then((file) => setPath(file?.path));
  }, []);
  const said = async (recorded: LocalVoice) => {
    const now = await keepVoice(recorded, voice);
    setPath(now.path);
    onChange(now.kept);
  };
  return (
    <Talk voice={voice && { seconds: voice.seconds, detail: '录好了，还没有交', path }} onVoice={said} />
  );
}
