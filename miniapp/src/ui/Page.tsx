import { themeClass, useDisplay } from '@miniapp/platform/display';
import { useShow } from '@miniapp/platform/lifecycle';
import type { Tab } from '@miniapp/platform/navigate';
import { createStore } from '@miniapp/platform/store';
import { isH5 } from '@miniapp/platform/target';
import { setTitle } from '@miniapp/platform/title';
import { announcements } from '@miniapp/platform/ui';
import { View } from '@tarojs/components';
import { type CSSProperties, type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { Dialog, Toast, useQuestion } from './Overlay';
import { PrivacySheet, usePrivacyAsked } from './PrivacySheet';
import { TabBar } from './TabBar';
import { useId } from './useId';

export interface PageProps {
  /** Title bar, when it is not the one in the page's config. */
  title?: string;
  /** Bar or Live at the bottom. */
  bar?: ReactNode;
  /** Draws the three tabs at the bottom. */
  tab?: Tab;
  unread?: boolean;
  /** A form or one question: white all over. Otherwise sections on grey. */
  white?: boolean;
  /** The review desk (ui/Desk) brings its own frame. */
  desk?: boolean;
  /** A page of tables: on a computer as wide as they need. */
  wide?: boolean;
  children?: ReactNode;
}

/** As in routes.ts: WeChat asks on whatever page is open, so the kit must know where the guide is. */
const PRIVACY_PAGE = 'packages/account/pages/privacy';

/** Pages below the one on top stay alive; only the one on top draws toasts and questions. */
const top = createStore('');

function useOnTop(id: string): boolean {
  useEffect(() => top.set(id), [id]);
  useShow(() => top.set(id));
  return useSyncExternalStore(top.subscribe, top.get) === id;
}

/** Root of every page: theme, text size, safe area, bottom bar, what a screen reader hears. */
export function Page({ title, bar, tab, unread, white, desk, wide, children }: PageProps) {
  const display = useDisplay();
  const onTop = useOnTop(useId());
  const question = useQuestion();
  const asked = usePrivacyAsked();
  const privacy = onTop ? asked : undefined;
  const open = onTop ? question : undefined;

  const shown = useRef<string>();
  useEffect(() => {
    if (title === undefined || title === shown.current) return;
    shown.current = title;
    setTitle(title);
  }, [title]);

  const behind = open || privacy ? { ...a11y({ hidden: true }), ...(isH5 && { inert: '' }) } : {};
  return (
    <View
      className={classes(themeClass(display), 'sw-page', desk ? 'sw-desk' : wide ? 'sw-wide' : 'sw-narrow')}
      style={display.scale === 1 ? undefined : ({ '--k': String(display.scale) } as CSSProperties)}
    >
      {desk ? (
        <View {...behind}>{children}</View>
      ) : (
        <View className={classes('sw-main', white && 'sw-white')} {...a11y({ role: 'main' })} {...behind}>
          {children}
        </View>
      )}
      {(bar || tab) && (
        <View className="sw-bottom" {...behind}>
          {bar}
          {tab && <TabBar current={tab} unread={unread} />}
        </View>
      )}
      {onTop && <Toast />}
      {open && <Dialog question={open} />}
      {privacy && <PrivacySheet asked={privacy} page={PRIVACY_PAGE} />}
      <LiveRegion />
    </View>
  );
}

function LiveRegion() {
  const text = useSyncExternalStore(announcements.subscribe, announcements.get);
  return (
    <View className="sw-hide" {...a11y({ role: 'status', live: 'polite' })}>
      {text}
    </View>
  );
}
