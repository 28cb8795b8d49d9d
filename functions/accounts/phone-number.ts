import { contract } from '@shared/contract';
import { checkPhone } from '@shared/people';
import { Failure } from '../runtime/failure';
import { provePhone } from '../runtime/phone-proof';
import { task } from '../runtime/use-case';

/**
 * Exchanges the code of WeChat's button. Outside of a transaction: nothing is written, and no connection waits for
 * WeChat. The number goes back to the phone that may show it, and comes again with the report; the proof beside it
 * says to us alone that it was WeChat that told it.
 */
export const phoneNumber = task(contract.accounts.phoneNumber, async (adapters, { code }, _trace, caller) => {
  const told = await adapters.wechat?.phoneNumber(code);
  const checked = checkPhone(told ?? '');
  if (!checked.ok) throw new Failure('conflict', 'PHONE_NOT_TOLD');
  return { phone: checked.phone, proof: provePhone(adapters, caller, checked.phone) };
});
