import { ask, hideToast, showToast } from '../app/screen';
import { setTitle } from '../app/stack';
import { type AsyncApi, Refusal } from './settle';

interface Modal {
  title?: string;
  content?: string;
  confirmText?: string;
  cancelText?: string;
  showCancel?: boolean;
}

interface Toast {
  title: string;
  duration?: number;
}

const TOAST_MS = 1500;
const CONFIRM = 0;

export const dialogs: Record<string, AsyncApi> = {
  async showModal({ title, content, confirmText, cancelText, showCancel = true }: Modal) {
    const choices = [confirmText ?? '确定', ...(showCancel ? [cancelText ?? '取消'] : [])];
    const confirm = (await ask(title ?? '', content ?? '', choices)) === CONFIRM;
    return { confirm, cancel: !confirm, content: null };
  },
  async showActionSheet({ itemList }: { itemList: string[] }) {
    const tapIndex = await ask('', '', [...itemList, '取消']);
    if (tapIndex === itemList.length) throw new Refusal('cancel');
    return { tapIndex };
  },
  showToast: ({ title, duration = TOAST_MS }: Toast) => showToast(title, duration),
  hideToast,
  showLoading: ({ title }: Toast) => showToast(title),
  hideLoading: hideToast,
  setNavigationBarTitle: ({ title }: Toast) => setTitle(title),
  setNavigationBarColor: () => undefined,
  setBackgroundColor: () => undefined,
};
