import { SIGN_IN_PAGE } from '@miniapp/features/account';
import { replace } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { SAVED_PAGE } from './pages';

/** Signs in first; the report that waits on the phone is then handed in by itself. */
export async function signInAndSend(): Promise<void> {
  toast('先登录，登录好了自动交。填的都还在。');
  await replace(SIGN_IN_PAGE, { onward: `${SAVED_PAGE}?again=1` });
}
