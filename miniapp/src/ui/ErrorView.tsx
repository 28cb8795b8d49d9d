import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { CallRow } from './CallRow';
import { Note } from './Note';

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
          <CallRow title={`打电话问 ${phone.name}`} number={phone.number} />
        </View>
      )}
    </View>
  );
}
