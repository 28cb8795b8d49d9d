import { useHide } from '@miniapp/platform/lifecycle';
import { canSpeak, speak, stopSpeaking } from '@miniapp/platform/speak';
import { toast } from '@miniapp/platform/ui';
import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Icon } from './Icon';
import { Tap } from './Tap';

/** 「念给我听」. Not drawn where nothing can speak. Stops when the page goes away. */
export function ReadAloud({ text }: { text: string | (() => string) }) {
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => stopSpeaking, []);
  useHide(stopSpeaking);
  if (!canSpeak()) return null;
  const toggle = () => {
    if (speaking) {
      stopSpeaking();
      return;
    }
    setSpeaking(true);
    speak(typeof text === 'string' ? text : text(), (well) => {
      setSpeaking(false);
      if (!well) toast('这会儿念不出来，请看屏幕。');
    });
  };
  return (
    <Tap className="sw-read" onTap={toggle} label={speaking ? '停，不念了' : '念给我听，朗读本页'}>
      <Icon name={speaking ? 'pause' : 'speaker'} />
      <Text>{speaking ? '停' : '念给我听'}</Text>
    </Tap>
  );
}
