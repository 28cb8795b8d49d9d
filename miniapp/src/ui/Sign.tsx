import { type Ink, openInk, type Point } from '@miniapp/platform/canvas';
import { useReady } from '@miniapp/platform/lifecycle';
import { isH5 } from '@miniapp/platform/target';
import { Canvas, View } from '@tarojs/components';
import { forwardRef, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { a11y } from './a11y';
import { Button } from './Button';
import { classes } from './classes';
import { useId } from './useId';

export interface SignProps {
  /** Whose name. */
  who: string;
  /** Whether there is enough ink to be a signature; the page's button is off until then: 「签了名才能交」. */
  onChange: (signed: boolean) => void;
  /** 「纸上签，拍照」: the full alternative. */
  onPaper?: () => void;
}

export interface SignHandle {
  /** PNG, dark on white: a temporary file on weapp, a data URL on H5. Undefined while empty. */
  toImage(): Promise<string | undefined>;
  clear(): void;
}

const INK = '#1b1f1d';
const THICKNESS = 4;
/** A signature is longer than a slip of the finger, in px of line. */
const ENOUGH = 60;

/** A name written with the finger. */
export const Sign = forwardRef<SignHandle, SignProps>(({ who, onChange, onPaper }, ref) => {
  const id = useId();
  const ink = useRef<Ink>();
  const opening = useRef(false);
  const pen = useRef<{ last?: Point; length: number }>({ length: 0 });
  const [signed, setSigned] = useState(false);

  const open = () => {
    if (ink.current || opening.current) return;
    opening.current = true;
    openInk(id, INK, THICKNESS).then((opened) => {
      ink.current = opened;
      opening.current = false;
    });
  };
  // WXML has the canvas when the page is ready, or a moment after this component came to a ready page.
  useReady(open);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is there
  useEffect(() => {
    const timer = setTimeout(open, 50);
    return () => clearTimeout(timer);
  }, []);

  const report = (now: boolean) => {
    setSigned(now);
    onChange(now);
  };
  const clear = () => {
    ink.current?.clear();
    pen.current = { length: 0 };
    report(false);
  };
  useImperativeHandle(ref, () => ({
    toImage: async () => (pen.current.length < ENOUGH ? undefined : ink.current?.toImage()),
    clear,
  }));

  const down = (event: unknown) => {
    open();
    const at = ink.current?.point(event);
    if (!at) return;
    ink.current?.begin(at);
    pen.current.last = at;
  };
  const move = (event: unknown) => {
    const { last } = pen.current;
    const at = last && ink.current?.point(event);
    if (!last || !at) return;
    ink.current?.line(at);
    pen.current = { last: at, length: pen.current.length + Math.hypot(at.x - last.x, at.y - last.y) };
    if (!signed && pen.current.length >= ENOUGH) report(true);
  };
  const up = () => {
    pen.current.last = undefined;
  };
  const finger = isH5
    ? { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerLeave: up }
    : { onTouchStart: down, onTouchMove: move, onTouchEnd: up, onTouchCancel: up };

  return (
    <View>
      <View className={classes('sw-sign', signed && 'sw-sign_inked')}>
        <Canvas
          id={id}
          type="2d"
          disableScroll
          className="sw-sign__ink"
          {...finger}
          {...a11y({ role: 'img', label: signed ? `已写：${who}` : `请 ${who} 在这里用手指写名字` })}
        />
        <View className="sw-sign__b" />
        {!signed && <View className="sw-sign__hint">用手指写名字</View>}
      </View>
      <View className="sw-cols2 sw-mt8">
        <Button size="small" icon="redo" onTap={clear}>
          重写
        </Button>
        {onPaper && (
          <Button size="small" icon="camera" onTap={onPaper}>
            纸上签，拍照
          </Button>
        )}
      </View>
    </View>
  );
});
