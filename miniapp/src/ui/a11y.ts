import { isWeapp } from '@miniapp/platform/target';

/** What a screen reader is told. Only what both builds understand, or can leave out without harm. */
export interface Told {
  role?: string;
  label?: string;
  hidden?: boolean;
  checked?: boolean;
  selected?: boolean;
  /** A button that stays down. */
  pressed?: boolean;
  disabled?: boolean;
  expanded?: boolean;
  live?: 'polite' | 'assertive';
  modal?: boolean;
  /** Heading level. */
  level?: number;
  current?: 'page' | 'step' | 'true';
  invalid?: boolean;
  describedBy?: string;
  labelledBy?: string;
  keys?: string;
}

const ON_H5: Partial<Record<keyof Told, string>> = {
  describedBy: 'aria-describedby',
  labelledBy: 'aria-labelledby',
  keys: 'aria-keyshortcuts',
  role: 'role',
};

/** WeChat reads these and no others; the build puts them into WXML (config/accessible-templates.ts). */
const ON_WEAPP: Partial<Record<keyof Told, string>> = {
  role: 'aria-role',
  label: 'aria-label',
  hidden: 'aria-hidden',
  checked: 'aria-checked',
  selected: 'aria-selected',
  pressed: 'aria-checked',
  disabled: 'aria-disabled',
  expanded: 'aria-expanded',
  live: 'aria-live',
  modal: 'aria-modal',
};

const attribute = (name: keyof Told) => (isWeapp ? ON_WEAPP[name] : (ON_H5[name] ?? `aria-${name}`));

/** Attributes to spread on a Taro component. */
export function a11y(told: Told): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(told)) {
    const key = attribute(name as keyof Told);
    if (key && value !== undefined) attributes[key] = String(value);
  }
  return attributes;
}
