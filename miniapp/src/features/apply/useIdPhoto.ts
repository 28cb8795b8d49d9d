import { call, type Output } from '@miniapp/platform/api';
import { photographIdCard } from '@miniapp/platform/id-photo';
import { announce } from '@miniapp/platform/ui';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { useState } from 'react';

export type IdCard = Output<'applications.readIdCard'>;

export interface IdPhoto {
  take: () => Promise<void>;
  busy: boolean;
  /** The last photo filled something in. */
  filled: boolean;
  /** What to do instead. */
  problem?: string;
}

const NOT_NOW = '现在看不了身份证。请自己填，或者等一会儿再拍。';

/** Photographs the ID card and has it read; `onRead` gets what could be read. The photo goes nowhere else. */
export function useIdPhoto(village: string, onRead: (card: IdCard) => void): IdPhoto {
  const [state, setState] = useState<Omit<IdPhoto, 'take'>>({ busy: false, filled: false });
  const take = async () => {
    setState({ busy: true, filled: false });
    try {
      const photo = await photographIdCard();
      if (photo === undefined) {
        setState({ busy: false, filled: false });
        return;
      }
      onRead(await call('applications.readIdCard', { village, photo }));
      setState({ busy: false, filled: true });
      announce('填好了，看一眼对不对');
    } catch (error) {
      setState({ busy: false, filled: false, problem: sentenceOf(error) ?? NOT_NOW });
    }
  };
  return { ...state, take };
}
