import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useReady } from './lifecycle';
import { isH5 } from './target';

/** Whether the element with this id has ever come into sight. Where nobody can tell, it counts as seen. */
export function useSeen(id: string): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!isH5) return undefined;
    const element = document.getElementById(id);
    if (element === null || typeof IntersectionObserver === 'undefined') {
      setSeen(true);
      return undefined;
    }
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [id]);
  // WXML has the element only when the page is ready.
  useReady(() => {
    const page = Taro.getCurrentInstance().page;
    if (isH5 || !page) return;
    const watch = Taro.createIntersectionObserver(page);
    watch.relativeToViewport().observe(`#${id}`, ({ intersectionRatio = 0 }) => {
      if (intersectionRatio <= 0) return;
      setSeen(true);
      watch.disconnect();
    });
  });
  return seen;
}
