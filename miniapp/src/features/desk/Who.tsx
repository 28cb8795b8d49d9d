import { Kbd } from '@miniapp/ui/desk/Kbd';
import { Link } from '@miniapp/ui/Link';
import { ROLE_LABELS, staffDay } from '@shared/messages';
import { Text } from '@tarojs/components';
import type { DeskState } from './useDesk';

/** Today where the cases are kept, who is at the desk and as what, and the list of keys. */
export function Who({ desk }: { desk: DeskState }) {
  const { me, queue, help, setHelp } = desk;
  const today = queue.query.data?.today;
  const role = me?.grants[0]?.role;
  const name = me === undefined ? '' : `${me.name}${role === undefined ? '' : `（${ROLE_LABELS[role]}）`}`;
  return (
    <>
      <Text>{[today === undefined ? '' : staffDay(today), name].filter(Boolean).join(' · ')}</Text>
      <Link onTap={() => setHelp(!help)} label={help ? '收起快捷键' : '快捷键'}>
        快捷键<Kbd>?</Kbd>
      </Link>
    </>
  );
}
