import { isOn, WxElement } from './wx-element';

/** How near to the end counts as the end, in px, when the app does not say. */
const NEAR = 50;

export class WxScrollView extends WxElement {
  protected override start(): void {
    this.addEventListener('scroll', () => {
      const { scrollLeft, scrollTop, scrollHeight, scrollWidth, clientHeight } = this;
      this.fire('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth });
      const near = Number(this.prop('lower-threshold') ?? NEAR);
      if (scrollTop + clientHeight >= scrollHeight - near)
        this.fire('scrolltolower', { direction: 'bottom' });
    });
    this.changed('scroll-x');
    this.changed('scroll-y');
  }

  protected override changed(name: string): void {
    if (name === 'scroll-x' || name === 'scroll-y') this.classList.toggle(name, isOn(this.prop(name)));
    if (name === 'scroll-top') this.scrollTop = Number(this.prop(name) ?? 0);
    if (name === 'scroll-into-view') document.getElementById(String(this.prop(name)))?.scrollIntoView();
  }
}
