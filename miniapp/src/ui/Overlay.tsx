import { isH5 } from '@miniapp/platform/target';
import { type OpenQuestion, questions, toasts } from '@miniapp/platform/ui';
import { View } from '@tarojs/components';
import { type KeyboardEvent, useEffect, useSyncExternalStore } from 'react';
import { a11y } from './a11y';
import { Button } from './Button';

/** The one sentence of `toast`. Its words reach a screen reader through the page's live region. */
export function Toast() {
  const toast = useSyncExternalStore(toasts.subscribe, toasts.get);
  if (!toast) return null;
  return (
    <View className="sw-toast" {...a11y({ hidden: true })}>
      {toast.text}
    </View>
  );
}

export const useQuestion = (): OpenQuestion | undefined =>
  useSyncExternalStore(questions.subscribe, questions.get);

const DIALOG = 'sw-dialog';

/** The question of `confirm`. The page behind it is out of reach while it is open. */
export function Dialog({ question }: { question: OpenQuestion }) {
  const { title, text, yes, no = '不了', danger, answer } = question;
  // A question belongs to the page that asked it: leaving is a no.
  useEffect(
    () => () => {
      if (questions.get() === question) question.answer(false);
    },
    [question],
  );
  useEffect(() => {
    if (!isH5) return undefined;
    const before = document.activeElement;
    document.getElementById(DIALOG)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const byKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') answer(false);
  };
  return (
    <View className="sw-mask">
      <View
        id={DIALOG}
        className="sw-dialog"
        {...(isH5 && { tabIndex: -1, onKeyDown: byKey })}
        {...a11y({ role: 'dialog', modal: true, label: title })}
      >
        <View className="sw-dialog__t">{title}</View>
        {text && <View className="sw-dialog__d">{text}</View>}
        <View className="sw-btns sw-mt16">
          <Button kind={danger ? 'warn' : 'primary'} onTap={() => answer(true)}>
            {yes}
          </Button>
          <Button onTap={() => answer(false)}>{no}</Button>
        </View>
      </View>
    </View>
  );
}
