import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { useReady } from './lifecycle';
import { isH5 } from './target';

/** By then what a component drew is in WXML, when its page was ready before it came. */
const DRAWN_MS = 50;

/** Whether the element with this id has ever come into sight. Where nobody can tell, it counts as seen. */
export function useSeen(id: string): boolean {
  const [seen, setSeen] = useState(false);
  const watch = useRef<Taro.IntersectionObserver>();
  useEffect(() => {
    if (!isH5) return undefined;
    const element = document.getElementById(id);
    if (element === null || typeof IntersectionObserver === 'undefined') {
      setSeen(true);
      return undefined;
    }
    const watching = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watching.observe(element);
    return () => watching.disconnect();
  }, [id]);

  const watchOnWeapp = () => {
    const page = Taro.getCurrentInstance().page;
    if (isH5 || !page) return;
    watch.current?.disconnect();
    watch.current = Taro.createIntersectionObserver(page);
    watch.current.relativeToViewport().observe(`#${id}`, ({ intersectionRatio = 0 }) => {
      if (intersectionRatio <= 0) return;
      setSeen(true);
      watch.current?.disconnect();
    });
  };
  // WXML has the element when the page is ready, or a moment after this component came to a ready page.
  useReady(watchOnWeapp);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is there
  useEffect(() => {
    if (isH5) return undefined;
    const timer = setTimeout(watchOnWeapp, DRAWN_MS);
    return () => {
      clearTimeout(timer);
      watch.current?.disconnect();
    };
  }, []);
  return seen;
}
