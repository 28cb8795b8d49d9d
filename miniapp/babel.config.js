/** Babel for both builds. Nothing is polyfilled: every engine below has what the code uses. */
const WEB = { chrome: '87', ios: '14', safari: '14', firefox: '78' };
const MINI_PROGRAM = { ios: '12', chrome: '78' };

const TARGET = { isWeapp: process.env.TARO_ENV === 'weapp', isH5: process.env.TARO_ENV === 'h5' };

/** Writes isWeapp and isH5 (platform/target) as true or false, so that webpack leaves the other build's code out. */
const knownTarget = ({ types }) => ({
  visitor: {
    ImportDeclaration(declaration) {
      if (!/^(\.|@miniapp\/platform)\/target$/.test(declaration.node.source.value)) return;
      for (const { imported, local } of declaration.node.specifiers) {
        for (const use of declaration.scope.getBinding(local.name).referencePaths) {
          use.replaceWith(types.booleanLiteral(TARGET[imported.name]));
        }
      }
      declaration.remove();
    },
  },
});

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        // Without ours Taro's own hold; see SHOUWANG_PLAIN_H5 in config/index.ts.
        ...(process.env.SHOUWANG_PLAIN_H5 !== '1' && {
          useBuiltIns: false,
          targets: TARGET.isWeapp ? MINI_PROGRAM : WEB,
        }),
      },
    ],
  ],
  plugins: [knownTarget],
};
