import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Bundles one entry of the bench for the browser, minified, in production mode, as a stranger's build would. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [root + entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['deskbell-source'],
    // One React, the peers' own: a tool of the workspace brings another.
    alias: Object.fromEntries(['react', 'react-dom'].map((name) => [name, `${root}peers/node_modules/${name}`])),
    nodePaths: [`${root}peers/node_modules`],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    logLevel: 'error',
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error(`${entry} made no bundle`);
  return file.text;
}

/** What a file costs on the wire: gzip at its best, as a CDN would keep it. */
export const gzipped = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;
