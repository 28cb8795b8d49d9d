/** Babel for both builds. Nothing is polyfilled: every target below has what the code uses. */
const WEB = { chrome: '87', ios: '14', safari: '14', firefox: '78' };
const MINI_PROGRAM = { ios: '12', chrome: '78' };

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        targets: process.env.TARO_ENV === 'weapp' ? MINI_PROGRAM : WEB,
      },
    ],
  ],
};
