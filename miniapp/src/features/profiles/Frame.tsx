import '@miniapp/styles/rules.css';
import { useMe } from '@miniapp/features/account';
import { DESK_FROM_PX, DESK_PAGE } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { isH5 } from '@miniapp/platform/target';
import { useWidth } from '@miniapp/platform/width';
import { a11y } from '@miniapp/ui/a11y';
import { Bar, type BarProps } from '@miniapp/ui/Bar';
import { Desk } from '@miniapp/ui/desk/Desk';
import { type DeskAction, DeskActions } from '@miniapp/ui/desk/DeskActions';
import { DeskQueues, type QueueGroup } from '@miniapp/ui/desk/DeskQueues';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { ROLE_LABELS, staffDay } from '@shared/messages';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { EDIT_PAGE, RULES_PAGE } from './pages';

export const useIsDesk = (): boolean => useWidth() >= DESK_FROM_PX;

export interface Doing {
  label: string;
  off?: string;
  busy?: boolean;
  onTap: () => void;
}

interface FrameProps {
  title: string;
  hint: string;
  /** Where we are in the left column of the desk. */
  at: string;
  /** Parts of this page in the left column. */
  parts?: QueueGroup;
  onPart?: (key: string) => void;
  today?: string;
  primary?: Doing;
  second?: Doing;
  children: ReactNode;
}

const PLACES: QueueGroup = {
  title: '办理规则',
  queues: [
    { key: RULES_PAGE, label: '各版和例子' },
    { key: EDIT_PAGE, label: '改规则' },
  ],
};

/** The pages of the procedure: on a computer the desk with its left column, else a page of the phone. */
export function Frame(props: FrameProps) {
  return useIsDesk() ? <Wide {...props} /> : <Narrow {...props} />;
}

function Narrow({ title, hint, primary, second, children }: FrameProps) {
  const bar: BarProps = {
    ...(primary && { primary: buttonOf(primary) }),
    ...(second && { second: buttonOf(second) }),
  };
  return (
    <Page title="办理规则" bar={primary || second ? <Bar {...bar} /> : undefined}>
      <Head title={title} hint={hint} />
      {children}
    </Page>
  );
}

const buttonOf = ({ label, ...rest }: Doing) => ({ ...rest, children: label });

function Wide({ title, hint, at, parts, onPart, today, primary, second, children }: FrameProps) {
  const me = useMe().data;
  const [grant] = me?.grants ?? [];
  const name = me === undefined ? '' : `${me.name}${grant ? `（${ROLE_LABELS[grant.role]}）` : ''}`;
  const places = parts === undefined ? [PLACES] : [PLACES, parts];
  const isPlace = (key: string) => PLACES.queues.some((queue) => queue.key === key);
  const actions = [primary, second].flatMap((doing, index): DeskAction[] =>
    doing === undefined ? [] : [{ ...doing, key: doing.label, primary: index === 0 }],
  );
  return (
    <Desk
      title="办理规则"
      office={grant?.regionName ?? ''}
      layout="table"
      who={
        <>
          <Text>{[today === undefined ? '' : staffDay(today), name].filter(Boolean).join(' · ')}</Text>
          <Link onTap={() => go(DESK_PAGE)}>回工作台</Link>
        </>
      }
      rail={
        <DeskQueues groups={places} value={at} onChange={(key) => (isPlace(key) ? go(key) : onPart?.(key))} />
      }
    >
      <View
        className="sw-d__body"
        // Tables without anything that takes the focus must scroll by keyboard too.
        {...(isH5 && { tabIndex: 0 })}
        {...a11y({ role: 'region', label: title })}
      >
        <View className="sw-d__due">
          <Heading title={title} />
        </View>
        <View className="sw-sub">{hint}</View>
        {children}
      </View>
      {actions.length > 0 && <DeskActions actions={actions} />}
    </Desk>
  );
}

function Heading({ title }: { title: string }) {
  return (
    <View className="sw-h1" {...a11y({ role: 'heading', level: 1 })}>
      {title}
    </View>
  );
}
