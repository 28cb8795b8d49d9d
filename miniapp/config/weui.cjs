/**
 * Compiles the few WeUI widgets that we use from their LESS (package weui-wxss) into one stylesheet.
 *
 * Why not its finished CSS: each of its widgets repeats 13 KB of theme variables, and it switches themes by
 * `data-*` attributes, which Taro does not put into WXML. Here its theme blocks are left out: our own tokens
 * (src/styles/tokens.css) give every variable that these widgets read, and a class on the page's root View
 * switches dark and care mode.
 */
const fs = require('node:fs');
const path = require('node:path');
const less = require('less');
const postcss = require('postcss');
const { writeWhole } = require('./write-whole.cjs');

const STYLE = path.join(path.dirname(require.resolve('weui-wxss/package.json')), 'src/style');
const TOKENS = path.join(__dirname, '../src/styles/tokens.css');

const WIDGETS = [
  'weui-button/weui-btn_global',
  'weui-button/weui-btn_default',
  'weui-button/weui-btn_primary',
  'weui-button/weui-btn_warn',
  'weui-button/weui-btn_disabled',
  'weui-button/weui-btn_loading',
  'weui-cell/weui-form/weui-form_common',
  'weui-loading/weui-loading',
  'weui-tab/weui-tabbar',
];

/** Classes of those widgets that no component of ours carries. */
const UNUSED =
  /weui-(label|cell|form|textarea-counter|btn_(block|input|overlay)|(mask-)?loading|icon_toast|primary-loading_transparent)/;

const isThemeBlock = (rule) => rule.nodes.every((node) => node.type !== 'decl' || node.prop.startsWith('--'));

function dropUnused(root) {
  root.walkComments((comment) => comment.remove());
  root.walkRules((rule) => {
    if (rule.parent.type === 'atrule' && /keyframes/.test(rule.parent.name)) return;
    rule.selectors = rule.selectors
      .map((selector) =>
        selector
          .replace(/\[data-weui-mode=['"]?care['"]?\]/g, '.sw-care')
          .replace(/\[data-weui-theme=['"]?dark['"]?\]/g, '.sw-dark')
          .replace(/^page$/, '.sw'),
      )
      .filter((selector) => !UNUSED.test(selector));
    if (isThemeBlock(rule) || rule.selectors.every((selector) => selector === '')) rule.remove();
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
}

/** A variable that nobody defines would silently paint nothing. */
function assertVariablesDefined(css) {
  const tokens = fs.readFileSync(TOKENS, 'utf8');
  const read = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]));
  const missing = [...read].filter((name) => !tokens.includes(`${name}:`));
  if (missing.length > 0)
    throw new Error(`styles/tokens.css does not define ${missing.join(', ')}, read by WeUI`);
}

/**
 * @param {string} target file to write
 * @returns {Promise<void>} rejects when the LESS does not compile or a variable is undefined
 */
async function buildWeui(target) {
  const source = WIDGETS.map((widget) => `@import "${STYLE}/widget/${widget}";`).join('\n');
  const { css } = await less.render(source, { filename: 'weui.less', math: 'always' });
  const root = postcss.parse(css);
  dropUnused(root);
  const result = root.toString();
  assertVariablesDefined(result);
  writeWhole(target, result);
}

module.exports = { buildWeui };
