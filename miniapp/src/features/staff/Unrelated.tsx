import { Choices } from '@miniapp/ui/Choices';
import { Link } from '@miniapp/ui/Link';
import { sentence } from '@shared/messages/reasons';
import { View } from '@tarojs/components';
import { useState } from 'react';

/** The word of whoever signs that the family is no kin (domain.md 1.1, 回避): never said for her beforehand. */
export interface Unrelated {
  ticked: boolean;
  /** It was left out when handing in. */
  missing: boolean;
  tick: (next: boolean) => void;
  /** Whether it was said; where it was not, the page says so from now on. */
  said: () => boolean;
}

export function useUnrelated(): Unrelated {
  const [ticked, setTicked] = useState(false);
  const [missing, setMissing] = useState(false);
  return {
    ticked,
    missing,
    tick: (next) => {
      setTicked(next);
      setMissing(false);
    },
    said: () => {
      setMissing(!ticked);
      return ticked;
    },
  };
}

interface UnrelatedLineProps {
  unrelated: Unrelated;
  /** Several families are signed for at once. */
  many?: boolean;
  /** To whom, where it is not one family. */
  words?: string;
  /** Where one says that it is kin, and steps back. */
  onKin?: () => void;
}

const OF_FAMILY = '我和这家不是亲戚';

/** One plain line to tick under everything that is signed, and the other way beside it. */
export function UnrelatedLine({ unrelated, many, words = OF_FAMILY, onKin }: UnrelatedLineProps) {
  const { ticked, missing, tick } = unrelated;
  return (
    <View className="sw-mt16">
      <Choices
        multiple
        hideLabel
        label="是不是亲戚"
        choices={[
          many
            ? {
                value: 'UNRELATED',
                label: '我和这几家都不是亲戚',
                detail: '有亲戚的，先去掉那一家，再登记回避。',
              }
            : { value: 'UNRELATED', label: words },
        ]}
        value={ticked ? ['UNRELATED'] : []}
        onChange={(chosen) => tick(chosen.length > 0)}
        error={
          missing
            ? many
              ? '先勾上“我和这几家都不是亲戚”。'
              : words === OF_FAMILY
                ? sentence('KINSHIP_NOT_DECLARED')
                : `先勾上“${words}”。`
            : undefined
        }
      />
      {onKin && (
        <Link edge onTap={onKin}>
          是我家亲戚，我回避
        </Link>
      )}
    </View>
  );
}
