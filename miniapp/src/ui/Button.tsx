import { isWeapp } from '@miniapp/platform/target';
import { Button as NativeButton, type ButtonProps as NativeProps, Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import { Tap } from './Tap';
import { useId } from './useId';

export interface ButtonProps {
  children: ReactNode;
  onTap?: () => void;
  /** One primary a page. */
  kind?: 'primary' | 'default' | 'warn';
  /** `small` sits in rows and notes; `big` is the one with an icon inside a form (「拍身份证，自动填」). */
  size?: 'normal' | 'small' | 'big';
  icon?: IconName;
  /** It is being done: shows `busyText` and takes no second tap. */
  busy?: boolean;
  busyText?: string;
  /** Off, and why. There is no grey button without its reason. */
  off?: string;
  /** Where `off` is already written elsewhere, such as in a Bar. */
  hideReason?: boolean;
  /** What a screen reader says, when the words alone are not enough. */
  label?: string;
  /** WeChat's own abilities, which need its own button: phone number, privacy consent, sharing. */
  openType?: NativeProps['openType'];
  onPhoneNumber?: (event: { code?: string; errMsg: string }) => void;
  onAgreePrivacy?: () => void;
  /** By which WeChat knows a button again. */
  id?: string;
}

/** The words are verbs. A second tap while busy does nothing. */
export function Button(props: ButtonProps) {
  const { off, hideReason } = props;
  const reasonId = useId();
  if (!off || hideReason) return <Face {...props} />;
  return (
    <View>
      <Face {...props} reasonId={reasonId} />
      <View id={reasonId} className="sw-bar__why">
        {off}
      </View>
    </View>
  );
}

function Face({ reasonId, ...props }: ButtonProps & { reasonId?: string }) {
  const { children, onTap, busy, busyText, off, icon, label, openType, onPhoneNumber, onAgreePrivacy, id } =
    props;
  const disabled = busy || off !== undefined;
  const words = busy && busyText ? busyText : children;
  const content = (
    <>
      {busy ? (
        <View className="weui-primary-loading" {...a11y({ hidden: true })} />
      ) : (
        icon && <Icon name={icon} />
      )}
      <Text>{words}</Text>
    </>
  );
  if (openType && isWeapp) {
    return (
      <NativeButton
        id={id}
        className={look(props)}
        openType={openType}
        disabled={disabled}
        onClick={onTap}
        onAgreePrivacyAuthorization={onAgreePrivacy}
        onGetPhoneNumber={({ detail }) => onPhoneNumber?.(detail)}
        {...a11y({ label })}
      >
        {content}
      </NativeButton>
    );
  }
  return (
    <Tap
      className={look(props)}
      onTap={onTap}
      disabled={disabled || undefined}
      label={label}
      describedBy={reasonId}
    >
      {content}
    </Tap>
  );
}

function look({ kind = 'default', size = 'normal', off }: ButtonProps): string {
  if (size === 'big') return 'sw-talk';
  if (size === 'small')
    return classes('sw-small', kind === 'default' && 'sw-small_plain', off !== undefined && 'sw-small_off');
  return classes('weui-btn', `weui-btn_${kind}`, off !== undefined && 'weui-btn_disabled');
}
