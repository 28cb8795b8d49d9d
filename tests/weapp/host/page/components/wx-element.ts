import { hears } from '../ears';

/** What the host needs of the glass-easel node behind a DOM element. */
export interface EngineNode {
  id: string;
  class: string;
  style: string;
  dataset: Record<string, unknown>;
  attributes: { name: string; value: unknown }[];
  ownerShadowRoot: unknown;
  getAttribute?(name: string): unknown;
  addListener(type: string, listener: () => void): void;
  triggerEvent(type: string, detail: unknown, options: { bubbles: boolean; composed: boolean }): void;
}

const RPX = /(-?\d*\.?\d+)rpx\b/g;

export const rpxToCss = (style: string): string =>
  style.replace(RPX, (_, size: string) => `calc(${size} * var(--rpx))`);

export const isOn = (value: unknown): boolean => value === true || value === '' || value === 'true';

export const asText = (value: unknown): string =>
  value === undefined || value === null ? '' : String(value);

/** A built-in component: a custom element on which glass-easel writes the attributes of the template. */
export class WxElement extends HTMLElement {
  /** Set by glass-easel. */
  declare __wxElement?: EngineNode;
  private started = false;

  /** Once, when it first comes into the document. */
  protected start(): void {}

  /** An attribute was written or removed. */
  protected changed(_name: string): void {}

  connectedCallback(): void {
    if (this.started) return;
    this.started = true;
    this.start();
  }

  override setAttribute(name: string, value: string): void {
    const own = name === 'class' || name === 'id' || name === 'style';
    // A binding without a value leaves the attribute away, or `disabled="{{undefined}}"` would disable.
    if (!own && this.__wxElement && this.prop(name) == null) {
      this.removeAttribute(name);
      return;
    }
    super.setAttribute(name, name === 'style' ? rpxToCss(String(value)) : value);
    // WeChat's name of ARIA's `role`.
    if (name === 'aria-role') super.setAttribute('role', value);
    if (this.started) this.changed(name);
  }

  override removeAttribute(name: string): void {
    super.removeAttribute(name);
    if (name === 'aria-role') super.removeAttribute('role');
    if (this.started) this.changed(name);
  }

  /** Value of an attribute as the template bound it: any type. */
  prop(name: string): unknown {
    return this.__wxElement?.getAttribute?.(name);
  }

  fire(type: string, detail: unknown = {}, bubbles = false): void {
    if (hears(type)) this.__wxElement?.triggerEvent(type, detail, { bubbles, composed: true });
  }

  protected onTap(listener: () => void): void {
    this.__wxElement?.addListener('tap', listener);
  }

  /** A real HTML element inside, of which the app knows nothing. */
  protected addNative<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
    const native = document.createElement(tag);
    native.className = 'native';
    this.appendChild(native);
    return native;
  }
}
