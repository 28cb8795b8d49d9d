import { checkPhone } from '@shared/people';
import type { Wechat } from './index';

/** In place of WeChat on one machine: the code is the number itself, so that somebody can be let in without a phone. */
export const localWechat: Wechat = {
  phoneNumber: async (code) => {
    const said = checkPhone(code);
    return said.ok ? said.phone : null;
  },
};
