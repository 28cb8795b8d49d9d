/**
 * Taro writes every attribute that a component may have into its template, once for each of ten levels. What no page
 * of ours uses would be 7 KiB of the main package, which a phone loads first. The numbers of the attributes stay.
 */
import path from 'node:path';
import unused from './unused-attributes.json';

type Attributes = Record<string, string>;

interface MiniPlatform {
  template?: { modifyCompProps?: (component: string, attributes: Attributes) => Attributes };
}

interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: MiniPlatform) => void }): void;
}

const left = new Set(unused.map(({ attribute }) => attribute));

function plugin(ctx: PluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }) {
      if (!template) return;
      template.modifyCompProps = (_component, attributes) =>
        Object.fromEntries(Object.entries(attributes).filter(([name]) => !left.has(name)));
    },
  });
}

export default plugin;
export const slimTemplates = path.resolve(__dirname, 'slim-templates.ts');
