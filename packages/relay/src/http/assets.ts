import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Hono, type Context } from 'hono';
import type { RelayEnv } from './relay-env.js';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};
const PACKED = new Set(['.js', '.css', '.json', '.svg', '.map']);

/** One file, in every form it may be asked for. */
interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br?: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
}

// A hash in the name: whatever is in the file is there for good. The others are asked about again after five minutes.
const isHashed = (path: string): boolean => /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(path) && path.includes('chunks/');

async function read(file: string, path: string): Promise<Asset> {
  const plain = new Uint8Array(await readFile(file));
  const kind = extname(path);
  const packed = PACKED.has(kind)
    ? {
        br: new Uint8Array(await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })),
        gzip: new Uint8Array(await promisify(gzip)(plain, { level: 9 })),
      }
    : {};
  return {
    type: TYPES[kind] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    cache: isHashed(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=300, stale-while-revalidate=86400',
    plain,
    ...packed,
  };
}

/** Every file of these folders by its path, read once: what is served is what was there at the start. Of two of the same path the last is. */
export async function readAssets(...folders: readonly string[]): Promise<ReadonlyMap<string, Asset>> {
  return new Map((await Promise.all(folders.map(readFolder))).flatMap((assets) => [...assets]));
}

async function readFolder(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const assets = await Promise.all(
    files.map(async (file) => {
      const path = relative(folder, file).split(sep).join('/');
      return [`/${path}`, await read(file, path)] as const;
    }),
  );
  return new Map(assets);
}

const accepts = (c: Context, coding: string): boolean =>
  new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(\\.0*)?(\\s*(,|$)))`).test(c.req.header('Accept-Encoding') ?? '');

function answer(c: Context, asset: Asset): Response {
  c.header('ETag', asset.etag);
  c.header('Cache-Control', asset.cache);
  c.header('Vary', 'Accept-Encoding');
  // Any page may load the script: whether it may do anything with it is decided by its origin.
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  c.header('X-Content-Type-Options', 'nosniff');
  const known =
    c.req
      .header('If-None-Match')
      ?.split(',')
      .map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  if (known.includes(asset.etag) || known.includes('*')) return c.body(null, 304);
  c.header('Content-Type', asset.type);
  if (asset.br && accepts(c, 'br')) {
    c.header('Content-Encoding', 'br');
    return c.body(asset.br);
  }
  if (asset.gzip && accepts(c, 'gzip')) {
    c.header('Content-Encoding', 'gzip');
    return c.body(asset.gzip);
  }
  return c.body(asset.plain);
}

/** The script-tag build. */
export const assetRoutes = (assets: ReadonlyMap<string, Asset>) =>
  new Hono<RelayEnv>().get('*', async (c, next) => {
    const asset = assets.get(c.req.path);
    return asset ? answer(c, asset) : next();
  });
