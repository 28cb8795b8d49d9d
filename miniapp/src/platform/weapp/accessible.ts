/**
 * The running half of config/accessible-templates.ts, loaded by it before the app. Taro numbers the attributes of each
 * component, once for the templates and once here: both must know the same ones, or values land in the wrong attribute.
 */
import { hooks, mergeInternalComponents } from '@tarojs/shared';
import accessible from './accessible.json';

const attributes = Object.fromEntries(accessible.attributes.map((name) => [`aria-${name}`, '']));

mergeInternalComponents(
  Object.fromEntries(accessible.components.map((component) => [component, { ...attributes }])),
);

// Taro lets every page be collected, and what is collected can be passed on: a card with a picture of the page, names included.
hooks.tap('modifyPageObject', (page: { onAddToFavorites?: unknown }) => {
  delete page.onAddToFavorites;
});
