import { call } from '@miniapp/platform/api';
import { Voice } from '@miniapp/ui/Voice';
import { useState } from 'react';

/** What the family said, to listen to. Its address lives five minutes, so it is asked for when somebody listens. */
export function VoiceNote({ id }: { id: string }) {
  const [seconds, setSeconds] = useState<number | null>(null);
  const fetch = async () => {
    const link = await call('attachments.link', { attachmentId: id });
    setSeconds(link.seconds);
    return link.url;
  };
  return (
    <Voice
      title={seconds === null ? '农户自己说的' : `农户自己说的，${seconds} 秒`}
      detail="点一下，听一遍"
      label="听农户自己说的"
      source={fetch}
    />
  );
}
