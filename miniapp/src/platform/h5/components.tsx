/**
 * What `@tarojs/components` means in the H5 build: plain HTML elements with Taro's properties.
 *
 * Taro's own are web components: 12 KiB gzip more before the first picture, and their inner inputs cannot be
 * labelled from outside. Only what our code uses is here; anything else fails at build time, by name.
 */
import type {
  ButtonProps,
  CanvasProps,
  ImageProps,
  InputProps,
  ScrollViewProps,
  TextareaProps,
  TextProps,
  ViewProps,
} from '@tarojs/components';
import {
  type CSSProperties,
  createElement,
  type FormEvent,
  forwardRef,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';

type Attributes = Record<string, unknown>;

/** Properties that only WXML knows; React would write them into the HTML. */
const WXML_ONLY =
  /^(hover|catch|cursor|placeholder(Class|Style)|adjust|always|confirm|compileMode|disableDefault|showConfirm|openType|scroll[XY]|enhanced|showScrollbar|selectable|userSelect|mode$|lazyLoad|canvasId|onGetPhoneNumber|onAgree|onConfirm)/;

function htmlAttributes(props: object): Attributes {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !WXML_ONLY.test(name)));
}

/** An element without properties of its own in WXML. */
function plain<P extends object>(tag: string, extra?: (props: P) => Attributes) {
  return forwardRef<HTMLElement, P & { children?: ReactNode }>((props, ref) =>
    createElement(tag, { ...htmlAttributes(props), ...extra?.(props as P), ref }),
  );
}

export const View = plain<ViewProps>('div');
export const Text = plain<TextProps>('span');
export const Canvas = plain<CanvasProps>('canvas', () => ({ type: undefined }));
export const Button = plain<ButtonProps>('button', () => ({
  type: 'button',
  size: undefined,
  loading: undefined,
}));

export const ScrollView = plain<ScrollViewProps>('div', (props) => ({
  style: {
    overflowX: props.scrollX ? 'auto' : 'hidden',
    overflowY: props.scrollY ? 'auto' : 'hidden',
    ...(props.style as CSSProperties),
  },
}));

const OBJECT_FIT: Record<string, CSSProperties['objectFit']> = { aspectFit: 'contain', aspectFill: 'cover' };

export const Image = plain<ImageProps>('img', (props) => ({
  alt: props['aria-label' as keyof ImageProps] ?? '',
  style: { objectFit: OBJECT_FIT[props.mode ?? ''], ...(props.style as CSSProperties) },
}));

type Box = HTMLInputElement | HTMLTextAreaElement;
type BoxProps = (InputProps | TextareaProps) & { type?: string; password?: boolean };

/** Taro puts what was typed into `event.detail.value`. */
const taroEvent = (event: FormEvent<Box> | KeyboardEvent<Box>) => ({
  type: event.type,
  detail: { value: event.currentTarget.value },
  target: event.currentTarget,
  currentTarget: event.currentTarget,
});

const INPUT_MODE: Record<string, string> = {
  number: 'numeric',
  digit: 'decimal',
  // Its keys are ours (ui/IdKeys): the browser's own would cover them.
  idcard: 'none',
  tel: 'tel',
};

/** As in WXML, `focus` becoming true moves the focus here. */
function useBox({ focus }: BoxProps, ref: Ref<Box>) {
  const box = useRef<Box>(null);
  useImperativeHandle(ref, () => box.current as Box, []);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  return box;
}

function boxAttributes(props: BoxProps): Attributes {
  const { focus, maxlength, type, password, onInput, onFocus, onBlur, onConfirm, ...rest } = props;
  const listener = (handler: unknown) => (event: FormEvent<Box>) =>
    (handler as ((event: unknown) => void) | undefined)?.(taroEvent(event));
  return {
    ...htmlAttributes(rest),
    maxLength: maxlength === undefined || maxlength < 0 ? undefined : maxlength,
    autoComplete: 'off',
    onInput: listener(onInput),
    onFocus: listener(onFocus),
    onBlur: listener(onBlur),
  };
}

export const Input = forwardRef<Box, BoxProps>((props, ref) => {
  const box = useBox(props, ref);
  const type = props.type ?? 'text';
  return createElement('input', {
    ...boxAttributes(props),
    type: props.password ? 'password' : type === 'date' ? 'date' : 'text',
    inputMode: INPUT_MODE[type],
    onKeyDown: (event: KeyboardEvent<Box>) => {
      if (event.key === 'Enter')
        (props.onConfirm as ((event: unknown) => void) | undefined)?.(taroEvent(event));
    },
    ref: box,
  });
});

export const Textarea = forwardRef<Box, BoxProps>((props, ref) => {
  const box = useBox(props, ref);
  const { autoHeight, autoFocus, fixed, ...rest } = props as TextareaProps;
  return createElement('textarea', { ...boxAttributes(rest), ref: box });
});
