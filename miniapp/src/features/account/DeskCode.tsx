import '@miniapp/styles/desk-code.css';
import { call, keepSession, type Output } from '@miniapp/platform/api';
import { browserName, isShown } from '@miniapp/platform/desktop';
import { a11y } from '@miniapp/ui/a11y';
import { Button } from '@miniapp/ui/Button';
import { Loading } from '@miniapp/ui/Loading';
import { Note } from '@miniapp/ui/Note';
import { Section } from '@miniapp/ui/Section';
import { Image, Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { forgetPerson, type Me } from './me';

type Asked = Output<'accounts.askDesk'>;
type Shown = { state: 'asking' } | { state: 'stopped'; why: string } | ({ state: 'waiting' } & Asked);

const LOOK_EVERY_MS = 2000;
/** Nobody sits here any more: after so many codes the page waits for a tap. */
const CODES = 5;

const TIRED = '码停了。要登录，点下面换一个新码。';
const REFUSED = '手机上点了“不是我”，没有登录。';
const NO_LINE = '没有取到码。可能是网不好。';

/**
 * A code for the staff's phone. While the page is looked at it asks whether the phone has confirmed, and draws a new code
 * when one is over. The secret stays in this page's memory.
 */
export function DeskCode({ onDone }: { onDone: (me: Me) => void }) {
  const [shown, setShown] = useState<Shown>({ state: 'asking' });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round draws new codes
  useEffect(() => {
    let alive = true;
    const wait = () => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    const run = async () => {
      for (let code = 0; alive && code < CODES; code += 1) {
        const asked = await call('accounts.askDesk', { browser: browserName() });
        if (!alive) return;
        setShown({ state: 'waiting', ...asked });
        const outcome = await follow(asked.secret);
        if (!alive || outcome === undefined) return;
        if (outcome !== 'OVER') return setShown({ state: 'stopped', why: outcome });
      }
      if (alive) setShown({ state: 'stopped', why: TIRED });
    };
    /** Undefined once somebody is signed in; OVER when the code is; otherwise what to say. */
    const follow = async (secret: string): Promise<string | undefined> => {
      while (alive) {
        await wait();
        if (!isShown()) continue;
        // A lost answer is asked for again: the code itself says when it is over.
        const answer = await call('accounts.collectDesk', { secret }).catch(() => undefined);
        if (answer === undefined || answer.state === 'WAITING') continue;
        if (answer.state === 'REFUSED') return REFUSED;
        if (answer.state === 'OVER' || answer.session === null || answer.me === null) return 'OVER';
        forgetPerson();
        keepSession(answer.session);
        onDone(answer.me);
        return undefined;
      }
      return undefined;
    };
    setShown({ state: 'asking' });
    run().catch(() => alive && setShown({ state: 'stopped', why: NO_LINE }));
    return () => {
      alive = false;
    };
  }, [round]);

  return (
    <Section title="工作人员：用手机扫码登录">
      {shown.state === 'asking' && <Loading rows={3} />}
      {shown.state === 'stopped' && (
        <Note
          state="doing"
          alert
          title={shown.why}
          action={<Button onTap={() => setRound((before) => before + 1)}>换一个新码</Button>}
        />
      )}
      {shown.state === 'waiting' && (
        <View className="sw-desk-code">
          <Image
            className="sw-desk-code-picture"
            src={shown.picture}
            {...a11y({ label: '登录用的码', role: 'img' })}
          />
          <View className="sw-desk-code-words">
            <Text className="sw-desk-code-line">打开手机上的守望，点“工作台”，再点“扫码登录电脑”。</Text>
            <Text className="sw-desk-code-line">手机上的数字和这里一样，再点确认：</Text>
            <Text className="sw-desk-code-number">{shown.number}</Text>
          </View>
        </View>
      )}
    </Section>
  );
}
