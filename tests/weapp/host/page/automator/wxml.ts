import type { WxElement } from '../components/wx-element';
import { tagOf } from '../find';

/** The WXML that would draw what is on the screen. */
export function inner(element: Element): string {
  return [...element.childNodes].map(serialize).join('');
}

export function outer(element: WxElement): string {
  const { __wxElement: node } = element;
  const own = { class: node?.class, id: node?.id, style: node?.style };
  const bound = (node?.attributes ?? []).map(({ name, value }) => [name, value] as const);
  const attributes = [...Object.entries(own), ...bound]
    .filter(([, value]) => value !== undefined && value !== '' && value !== false)
    .map(
      ([name, value]) => ` ${name}="${typeof value === 'object' ? JSON.stringify(value) : String(value)}"`,
    );
  const tag = tagOf(element);
  return `<${tag}${attributes.join('')}>${inner(element)}</${tag}>`;
}

function serialize(node: ChildNode): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return '';
  return (node as WxElement).__wxElement ? outer(node as WxElement) : '';
}
