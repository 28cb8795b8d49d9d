import { asText, isOn, WxElement } from './wx-element';

/** `input` and `textarea`: a real field inside, whose events are told as WeChat tells them. */
export class WxField extends WxElement {
  private field?: HTMLInputElement | HTMLTextAreaElement;

  protected get tag(): 'input' | 'textarea' {
    return 'input';
  }

  protected override start(): void {
    const field = this.addNative(this.tag);
    this.field = field;
    const told = () => ({ value: field.value, cursor: field.selectionStart ?? field.value.length });
    field.addEventListener('input', (event) => {
      event.stopPropagation();
      this.fire('input', { ...told(), keyCode: 0 });
    });
    field.addEventListener('change', (event) => event.stopPropagation());
    field.addEventListener('focus', () => this.fire('focus', { value: field.value, height: 0 }));
    field.addEventListener('blur', () => this.fire('blur', told()));
    field.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter' && this.tag === 'input') this.fire('confirm', told());
    });
    for (const name of ['value', 'placeholder', 'disabled', 'maxlength', 'password', 'focus', 'aria-label'])
      this.changed(name);
  }

  protected override changed(name: string): void {
    const { field } = this;
    if (!field) return;
    const value = this.prop(name);
    if (name === 'value' && field.value !== asText(value)) field.value = asText(value);
    if (name === 'placeholder') field.placeholder = asText(value);
    if (name === 'aria-label') field.setAttribute('aria-label', asText(value));
    if (name === 'disabled') field.disabled = isOn(value);
    if (name === 'password' && field instanceof HTMLInputElement)
      field.type = isOn(value) ? 'password' : 'text';
    // WeChat's default is 140; -1 means no limit.
    if (name === 'maxlength') field.maxLength = value == null ? 140 : Math.max(-1, Number(value));
    if (name === 'focus' && isOn(value)) field.focus();
  }

  get value(): string {
    return this.field?.value ?? '';
  }

  /** As the automator types: the whole text at once. */
  typeText(text: string): void {
    const { field } = this;
    if (!field || field.disabled) return;
    field.value = field.maxLength >= 0 ? text.slice(0, field.maxLength) : text;
    field.dispatchEvent(new Event('input'));
  }
}

export class WxTextarea extends WxField {
  protected override get tag(): 'textarea' {
    return 'textarea';
  }
}
