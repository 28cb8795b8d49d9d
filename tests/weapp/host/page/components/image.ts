import { sourceOf } from '../files';
import { asText, WxElement } from './wx-element';

const FIT: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', scaleToFill: 'fill' };

export class WxImage extends WxElement {
  private picture?: HTMLImageElement;

  protected override start(): void {
    const picture = this.addNative('img');
    picture.alt = '';
    this.picture = picture;
    picture.onload = () => {
      this.changed('mode');
      this.fire('load', { width: picture.naturalWidth, height: picture.naturalHeight });
    };
    picture.onerror = () => this.fire('error', { errMsg: `GET ${asText(this.prop('src'))} failed` });
    this.changed('src');
    this.changed('mode');
  }

  protected override changed(name: string): void {
    const { picture } = this;
    if (!picture) return;
    if (name === 'src') {
      const source = asText(this.prop('src'));
      if (source) picture.src = sourceOf(source);
      else picture.removeAttribute('src');
    }
    if (name === 'mode') {
      const mode = asText(this.prop('mode')) || 'scaleToFill';
      picture.style.objectFit = FIT[mode] ?? 'none';
      if (mode === 'widthFix' && picture.naturalWidth > 0)
        this.style.height = `${(this.clientWidth * picture.naturalHeight) / picture.naturalWidth}px`;
    }
  }
}
