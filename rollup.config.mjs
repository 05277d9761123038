import { existsSync, readFileSync, readdirSync } from 'node:fs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { minifyHTMLLiterals } from 'rollup-plugin-html-literals';

// Two kinds of build. `dist/`: every module as it is, dependencies left to whoever installs the package. `cdn/`: what a script tag
// loads, everything in it, as small as it gets.

const transpile = () => esbuild({ tsconfig: 'tsconfig.base.json', target: 'es2022', sourceMap: true });
const literals = () => minifyHTMLLiterals({ options: { minifyOptions: { minifyCSS: { level: 1 } } } });

const sources = (room) =>
  readdirSync(`packages/${room}/src`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/\.(test|stories)\.ts$|\.d\.ts$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`);

const modules = (room) => ({
  input: sources(room),
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('packages/'),
  output: {
    dir: `packages/${room}/dist`,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: `packages/${room}/src`,
    sourcemap: true,
  },
  plugins: [nodeResolve({ extensions: ['.ts', '.js'], resolveOnly: [] }), transpile()],
});

const small = () =>
  terser({
    ecma: 2020,
    module: true,
    compress: { passes: 3, unsafe_arrows: true },
    mangle: { properties: { regex: /^_\$/ } },
    format: { comments: false },
  });

const bundle = (input, output) => ({
  input,
  output: { format: 'es', chunkFileNames: 'chunks/[name]-[hash].js', ...output },
  plugins: [
    nodeResolve({ exportConditions: ['deskbell-source', 'browser', 'production'], extensions: ['.ts', '.js'] }),
    literals(),
    transpile(),
    small(),
  ],
  onwarn: (warning, warn) => {
    if (warning.code !== 'THIS_IS_UNDEFINED' && warning.code !== 'CIRCULAR_DEPENDENCY') warn(warning);
  },
});

const rooms = ['protocol', 'client', 'parts', 'widget', 'console', 'relay'].filter(
  (room) => existsSync(`packages/${room}/src`) && sources(room).length > 0,
);
const cdn = [
  ['packages/widget/src/loader.ts', { file: 'packages/widget/cdn/deskbell.js', format: 'iife', inlineDynamicImports: false }],
  ['packages/widget/src/chat.ts', { dir: 'packages/widget/cdn', entryFileNames: 'chat.js' }],
  ['packages/console/src/index.ts', { dir: 'packages/console/cdn', entryFileNames: 'console.js' }],
].filter(([input]) => existsSync(input));

const version = JSON.parse(readFileSync('package.json', 'utf8')).version;
console.log(`Deskbell ${version}`);

export default [...rooms.map(modules), ...cdn.map(([input, output]) => bundle(input, output))];
