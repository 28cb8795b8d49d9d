import { callPhone } from '@miniapp/platform/ui';
import { View } from '@tarojs/components';
import { useContext } from 'react';
import { Button } from './Button';
import { Note } from './Note';
import { Row } from './Row';
import { WayOut } from './way-out';

export interface Phone {
  /** 「青禾村村委会」 */
  name: string;
  number: string;
}

export interface ErrorViewProps {
  /** Default: 「没有取到。可能是网不好。」 */
  sentence?: string;
  onRetry?: () => void;
  /** There is no such thing, and none when it is tried again: the way out of the page instead. */
  gone?: boolean;
  /** Whom to call instead; never a dead end. */
  phone?: Phone;
}

/** Something could not be fetched. */
export function ErrorView({ sentence = '没有取到。可能是网不好。', onRetry, gone, phone }: ErrorViewProps) {
  const wayOut = useContext(WayOut);
  return (
    <View>
      <Note
        state="late"
        alert
        title={sentence}
        action={gone && wayOut ? wayOut : onRetry && <Button onTap={onRetry}>再试一次</Button>}
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
