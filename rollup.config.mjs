import { existsSync, readdirSync, readFileSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import minifyLiterals from 'rollup-plugin-html-literals';
import { closures } from './scripts/closures.mjs';

// Two kinds of build. `dist/`: every module as it is, dependencies left to whoever installs the package. `cdn/`: what a script tag
// loads, everything in it, as small as it gets.

const ROOMS = ['protocol', 'client', 'calls', 'cobrowse', 'parts', 'widget', 'console', 'relay'];
const FACES = ['parts', 'widget', 'console'];

const extensions = ['.ts', '.js'];
const transpile = () => esbuild({ tsconfig: 'tsconfig.base.json', target: 'es2022', sourceMap: true });
const literals = () =>
  minifyLiterals({ include: 'packages/**', failOnError: true, options: { minifyOptions: { minifyCSS: { level: 1 } } } });

const sources = (room) =>
  existsSync(`packages/${room}/src`)
    ? readdirSync(`packages/${room}/src`, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/\.test\.ts$|\.d\.ts$/.test(entry.name))
        .map((entry) => `${entry.parentPath}/${entry.name}`)
        .filter((path) => !/\/testing\/|\/contract[\w-]*\.ts$/.test(path))
    : [];

/** Circles are forbidden, and this is where they are found: rollup sees every import that is left once types are gone. */
const refuse = (warning, warn) => {
  const isOurs = !warning.ids?.every((id) => id.includes('node_modules'));
  if (warning.code === 'CIRCULAR_DEPENDENCY' && isOurs) throw new Error(`${warning.message}. Move what both need into a file of its own.`);
  if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
  if (!['CIRCULAR_DEPENDENCY', 'EMPTY_BUNDLE'].includes(warning.code)) warn(warning);
};

const modules = (room) => ({
  input: sources(room),
  external: (id) => /^[^./]/.test(id) && !id.startsWith('packages/'),
  output: {
    dir: `packages/${room}/dist`,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: `packages/${room}/src`,
    sourcemap: true,
  },
  plugins: [nodeResolve({ extensions, resolveOnly: [] }), ...(FACES.includes(room) ? [literals()] : []), transpile()],
  onwarn: refuse,
});

// esbuild writes its helper for decorators into every module that has one; in a bundle all of them share one.
const DECORATE = '\0decorate';
const HELPER = /^var __defProp = [^]*?^var __decorateClass = [^]*?^};$/m;
const shareDecorators = () => {
  let helper = '';
  return {
    name: 'share-decorators',
    resolveId: (id) => (id === DECORATE ? { id, moduleSideEffects: false } : null),
    load: (id) => (id === DECORATE ? `${helper}\nexport { __decorateClass };` : null),
    transform(code, id) {
      const found = id === DECORATE ? undefined : HELPER.exec(code)?.[0];
      helper ||= found ?? '';
      return found ? { code: code.replace(found, `import { __decorateClass } from '${DECORATE}';`), map: null } : null;
    },
  };
};

// Of all that PeerJS stands on, this alone is no module.
const sdpModule = () => ({
  name: 'sdp-module',
  transform: (code, id) =>
    id.endsWith('/node_modules/sdp/sdp.js')
      ? { code: code.replace(/^if \(typeof module[^]*$/m, 'export default SDPUtils;'), map: null }
      : null,
});

// Lit's own serve two kinds of decorators. All of ours are of the older kind, and for those these do the same in a tenth of the bytes.
const LIT_DECORATORS = '\0lit-decorators';
const legacyDecorators = () => ({
  name: 'legacy-decorators',
  resolveId: (id) => (id === 'lit/decorators.js' ? LIT_DECORATORS : null),
  load: (id) =>
    id === LIT_DECORATORS
      ? `export const property = (options) => (proto, name) => {
          const isAccessor = Object.hasOwn(proto, name);
          proto.constructor.createProperty(name, options);
          return isAccessor ? Object.getOwnPropertyDescriptor(proto, name) : undefined;
        };
        export const state = () => property({ state: true, attribute: false });
        export const query = (selector) => () => ({
          get() {
            return this.renderRoot?.querySelector(selector) ?? null;
          },
          configurable: true,
        });`
      : null,
});

// Not every function may become an arrow: what ProseMirror's history is made of puts methods on the prototype of one.
const smallest = (unsafe_arrows) =>
  terser({ ecma: 2020, module: true, compress: { passes: 3, unsafe_arrows }, mangle: true, format: { comments: false } });

const WIDGET = 'packages/widget';
const mirrorClosures = () =>
  closures(/packages\/(?:cobrowse\/src|widget\/src\/cobrowse)/, sources('cobrowse'), (path) => readFileSync(path, 'utf8'));

/** What is needed at once goes to `chunks/`, what is fetched when it is first used to `lazy/`: the size budgets go by the folder. */
const chunkFileNames = ({ isDynamicEntry, moduleIds }) =>
  `${isDynamicEntry || moduleIds.every((id) => SHARED_LATER.test(id)) ? 'lazy' : 'chunks'}/[name]-[hash].js`;
/** What only chunks have in common that are fetched when they are first used. */
const SHARED_LATER = /packages\/cobrowse\/src\/control\//;

const bundle = (input, output, external = []) => ({
  input,
  external,
  // An entry may hold what its lazy chunks need: a facade in front of it would cost a request.
  preserveEntrySignatures: 'allow-extension',
  output: { format: 'es', chunkFileNames, ...output },
  // Its index imports what only another language needs; without this the chunk that has the index has that too.
  treeshake: { moduleSideEffects: (id) => !id.includes('/@lit/localize/') },
  plugins: [
    legacyDecorators(),
    nodeResolve({ exportConditions: ['deskbell-source', 'browser', 'production'], extensions }),
    sdpModule(),
    literals(),
    transpile(),
    shareDecorators(),
    ...(JSON.stringify(input).includes(WIDGET) ? [mirrorClosures()] : []),
    smallest(!JSON.stringify(input).includes('packages/console')),
  ],
  onwarn: refuse,
});

const cdn = [
  // A classic script, so that a page can drop it in anywhere; what it needs later it imports from beside itself.
  [`${WIDGET}/src/loader.ts`, { file: `${WIDGET}/cdn/deskbell.js`, format: 'iife' }, ['./chat.js']],
  [`${WIDGET}/src/cobrowse-loader.ts`, { file: `${WIDGET}/cdn/deskbell-cobrowse.js`, format: 'iife' }],
  // Apart from the chat: the next page of somebody who shows theirs loads the second alone.
  [
    { chat: `${WIDGET}/src/chat.ts`, cobrowse: `${WIDGET}/src/cobrowse.ts` },
    { dir: `${WIDGET}/cdn`, entryFileNames: '[name].js', experimentalMinChunkSize: 1_000 },
  ],
  ['packages/cobrowse/src/replay/view-page.ts', { file: 'packages/cobrowse/cdn/view.js', format: 'iife' }],
  ['packages/console/src/index.ts', { dir: 'packages/console/cdn', entryFileNames: 'console.js' }],
];

export default [...ROOMS.filter((room) => sources(room).length > 0).map(modules), ...cdn.map((entry) => bundle(...entry))];
