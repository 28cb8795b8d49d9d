import { BUILT_IN_TAGS } from '../../tags';
import { WxButton } from './button';
import { WxCanvas } from './canvas';
import { WxField, WxTextarea } from './field';
import { WxImage } from './image';
import { WxScrollView } from './scroll-view';
import { WxElement } from './wx-element';

/** Tags that do something. All others only stand there. */
const WITH_BEHAVIOUR: Partial<Record<(typeof BUILT_IN_TAGS)[number], typeof WxElement>> = {
  button: WxButton,
  canvas: WxCanvas,
  image: WxImage,
  input: WxField,
  'scroll-view': WxScrollView,
  textarea: WxTextarea,
};

export function defineComponents(): void {
  // The registry wants a class of its own for each name.
  for (const tag of BUILT_IN_TAGS)
    customElements.define(`wx-${tag}`, class extends (WITH_BEHAVIOUR[tag] ?? WxElement) {});
  customElements.define('wx-page', class extends WxElement {});
}
