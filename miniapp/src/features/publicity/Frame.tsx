import { useMe } from '@miniapp/features/account';
import { DESK_FROM_PX, DESK_PAGE, MEETINGS_PAGE, PUBLICITY_PAGE, TASKS_PAGE } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { isH5 } from '@miniapp/platform/target';
import { useWidth } from '@miniapp/platform/width';
import { a11y } from '@miniapp/ui/a11y';
import { Desk } from '@miniapp/ui/desk/Desk';
import { DeskQueues } from '@miniapp/ui/desk/DeskQueues';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { KeyTable, type KeyTableProps } from '@miniapp/ui/desk/KeyTable';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { ROLE_LABELS } from '@shared/messages';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';

const PLACES = {
  title: '公示',
  queues: [
    { key: PUBLICITY_PAGE, label: '公示总览' },
    { key: MEETINGS_PAGE, label: '评议会' },
    { key: TASKS_PAGE, label: '要上门的' },
    { key: DESK_PAGE, label: '工作台' },
  ],
};

interface FrameProps {
  title: string;
  hint: string;
  /** Right of the heading, on a computer alone. */
  actions?: ReactNode;
  keys?: KeyTableProps['words'];
  children: ReactNode;
}

/** The overview of notices: on a computer the desk with its left column (picture 22), else a page of the phone. */
export function Frame(props: FrameProps) {
  return useWidth() >= DESK_FROM_PX ? <Wide {...props} /> : <Narrow {...props} />;
}

function Narrow({ title, hint, children }: FrameProps) {
  return (
    <Page title={title}>
      <Head title={title} hint={hint} />
      {children}
    </Page>
  );
}

function Wide({ title, hint, actions, keys = [], children }: FrameProps) {
  const [help, setHelp] = useState(false);
  useKeys({ '?': () => setHelp(!help) });
  const me = useMe().data;
  const [grant] = me?.grants ?? [];
  const name = me === undefined ? '' : `${me.name}${grant ? `（${ROLE_LABELS[grant.role]}）` : ''}`;
  return (
    <Desk
      title={title}
      office={grant?.regionName ?? ''}
      layout="table"
      who={
        <>
          <Text>{name}</Text>
          <Link onTap={() => go(DESK_PAGE)}>回工作台</Link>
          <Link onTap={() => setHelp(!help)} label={help ? '收起快捷键' : '快捷键'}>
            快捷键<Kbd>?</Kbd>
          </Link>
        </>
      }
      rail={<DeskQueues groups={[PLACES]} value={PUBLICITY_PAGE} onChange={(key) => go(key)} />}
    >
      <View
        className="sw-d__body"
        // A table without anything that takes the focus must scroll by keyboard too.
        {...(isH5 && { tabIndex: 0 })}
        {...a11y({ role: 'region', label: title })}
      >
        {help && <KeyTable words={keys} onClose={() => setHelp(false)} />}
        <View className="sw-d__due">
          <View className="sw-h1" {...a11y({ role: 'heading', level: 1 })}>
            {title}
          </View>
          {actions}
        </View>
        <View className="sw-sub">{hint}</View>
        {children}
      </View>
    </Desk>
  );
}
