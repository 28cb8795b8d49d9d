import '@miniapp/styles/review.css';
import { somethingWasDone } from '@miniapp/features/staff';
import { ApiError, call } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import { Tap } from '@miniapp/ui/Tap';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';

/** Decisions of the last ten seconds: which, what was said of them, and until when by this machine's clock. */
export interface Undoing {
  cases: readonly { caseId: string; version: number }[];
  said: string;
  until: number;
}

export const UNDO_ID = 'desk-undo';

const TICK_MS = 250;

/** 「已同意，10 秒内可以撤回」 with the seconds counting down; it goes by itself when they are over. */
export function UndoBar({ undoing, onEnd }: { undoing: Undoing; onEnd: (undone: boolean) => void }) {
  const { cases, said, until } = undoing;
  const left = useSecondsLeft(until);
  const end = useRef(onEnd);
  end.current = onEnd;
  const command = useCommand(async (_: undefined, requestId: string) => {
    for (const [n, one] of cases.entries()) await call('reviews.undoDecision', one, `${requestId}-${n}`);
    return true;
  });
  const { error, busy } = command;
  const over = left <= 0 && !busy;
  useEffect(() => {
    if (over) end.current(false);
  }, [over]);
  useEffect(() => {
    if (error === undefined) return;
    toast(error instanceof ApiError ? error.message : '没有撤回成，可能是网不好。再点一次。');
    somethingWasDone();
  }, [error]);
  const undo = async () => {
    if ((await command.run(undefined)) === undefined) return;
    somethingWasDone();
    end.current(true);
  };
  useKeys({ u: undo });
  if (over) return null;
  return (
    <View className="sw-undo">
      <View>{`${said}，${left} 秒内可以撤回`}</View>
      <Tap id={UNDO_ID} className="sw-dbtn" keys="U" disabled={busy || undefined} onTap={undo}>
        <View>{busy ? '正在撤回…' : cases.length > 1 ? `撤回这 ${cases.length} 件` : '撤回'}</View>
        <Kbd>U</Kbd>
      </Tap>
    </View>
  );
}

function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.min(10, Math.ceil((until - now) / 1000));
}
