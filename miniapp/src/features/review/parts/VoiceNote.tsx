import { call } from '@miniapp/platform/api';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import { useId } from '@miniapp/ui/useId';
import { Voice } from '@miniapp/ui/Voice';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useFrame } from '../frame';

/** What the family said, to listen to. Its address lives five minutes, so it is asked for when somebody listens. */
export function VoiceNote({ id }: { id: string }) {
  const [seconds, setSeconds] = useState<number | null>(null);
  const fetch = async () => {
    const link = await call('attachments.link', { attachmentId: id });
    setSeconds(link.seconds);
    return link.url;
  };
  const onDesk = useFrame().kind === 'desk';
  const place = useId();
  useKeys(
    onDesk
      ? { l: () => document.getElementById(place)?.querySelector<HTMLElement>('[role=button]')?.click() }
      : {},
  );
  return (
    <View id={place}>
      <Voice
        title={seconds === null ? '农户自己说的' : `农户自己说的，${seconds} 秒`}
        detail="点一下，听一遍"
        label="听农户自己说的"
        source={fetch}
        action={onDesk ? <Kbd>L</Kbd> : undefined}
      />
    </View>
  );
}
