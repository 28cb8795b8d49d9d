import { callPhone } from '@miniapp/platform/ui';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { Note } from './Note';
import { Row } from './Row';

export interface Phone {
  /** 「青禾村村委会」 */
  name: string;
  number: string;
}

export interface ErrorViewProps {
  /** Default: 「没有取到。可能是网不好。」 */
  sentence?: string;
  onRetry?: () => void;
  /** The way on, where trying again would say the same. */
  instead?: ReactNode;
  /** Whom to call instead; never a dead end. */
  phone?: Phone;
}

/** Something could not be fetched. */
export function ErrorView({
  sentence = '没有取到。可能是网不好。',
  onRetry,
  instead,
  phone,
}: ErrorViewProps) {
  return (
    <View>
      <Note
        state="late"
        alert
        title={sentence}
        action={instead ?? (onRetry && <Button onTap={onRetry}>再试一次</Button>)}
      />
      {phone && (
        <View className="sw-sec sw-flush">
          <Row
            icon="phone"
            title={`打电话问 ${phone.name}`}
            detail={phone.number}
            act="拨打"
            onTap={() => callPhone(phone.number)}
          />
        </View>
      )}
    </View>
  );
}
