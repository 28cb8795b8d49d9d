/**
 * Taro builds its WXML templates from a fixed list of attributes, and none of them is `aria-*`: without this plugin
 * every label and role that the kit sets would be lost on the way to a screen reader.
 */
import path from 'node:path';

/** What WeChat's base library reads (its document "无障碍访问") and the kit uses. */
const ARIA = [
  'role',
  'label',
  'hidden',
  'checked',
  'selected',
  'disabled',
  'expanded',
  'live',
  'modal',
] as const;

const COMPONENTS = ['View', 'Text', 'Button', 'Input', 'Textarea', 'Image', 'Canvas', 'ScrollView'] as const;

/** `i` is Taro's data of one node; an attribute without a value must not appear. */
const attributes = Object.fromEntries(ARIA.map((name) => [`aria-${name}`, '']));

interface MiniPlatform {
  type?: string;
  template?: { mergeComponents(ctx: unknown, patch: Record<string, Record<string, string>>): void };
}

interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: MiniPlatform) => void }): void;
}

function plugin(ctx: PluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template?.mergeComponents(
        ctx,
        Object.fromEntries(COMPONENTS.map((component) => [component, { ...attributes }])),
      );
    },
  });
}

export default plugin;
export const accessibleTemplates = path.resolve(__dirname, 'accessible-templates.ts');
