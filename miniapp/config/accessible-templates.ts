/**
 * Taro builds its WXML templates from a fixed list of attributes, and none of them is `aria-*`: without this plugin
 * every label and role that the kit sets would be lost on the way to a screen reader.
 *
 * accessible.json holds what WeChat's base library reads (its document "无障碍访问") and the kit uses.
 */
import path from 'node:path';
import accessible from '../src/platform/weapp/accessible.json';

/** Loaded into the app before anything else; see there. */
const RUNTIME = '@miniapp/platform/weapp/accessible';

interface MiniPlatform {
  runtimePath: string | string[];
  template?: { mergeComponents(ctx: unknown, patch: Record<string, Record<string, string>>): void };
}

interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: MiniPlatform) => void }): void;
}

const attributes = Object.fromEntries(accessible.attributes.map((name) => [`aria-${name}`, '']));

function plugin(ctx: PluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      // H5 has elements, not templates.
      if (!platform.template) return;
      platform.template.mergeComponents(
        ctx,
        Object.fromEntries(accessible.components.map((component) => [component, { ...attributes }])),
      );
      platform.runtimePath = [platform.runtimePath, RUNTIME].flat();
    },
  });
}

export default plugin;
export const accessibleTemplates = path.resolve(__dirname, 'accessible-templates.ts');
