import { Hono } from 'hono';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLog } from '@deskbell/relay/log.js';
import { checkSettings } from '@deskbell/relay/settings/check-settings.js';
import { startRelay } from '@deskbell/relay/start.js';
import { freePort } from '../e2e/free-port.js';

/** What a page of the bench is made of. */
export interface Part {
  readonly type: string;
  readonly body: string | Buffer;
}

const assets = fileURLToPath(new URL('../packages/widget/cdn/', import.meta.url));

const settingsFor = (origin: string): unknown => ({
  workspaces: [
    {
      id: 'bench',
      name: 'Bench',
      agents: { secret: 'a secret of the bench that is long enough', origins: [origin] },
      responseTimeSeconds: 120,
      queues: [{ id: 'queue', name: 'Queue' }],
      sites: [
        {
          key: 'bench',
          name: 'Bench',
          origins: [origin],
          queue: 'queue',
          preChat: [{ field: 'name', label: 'Your name', kind: 'text', required: true }],
        },
      ],
    },
  ],
});

/** A site with the chat on it: a real relay with its own database, the script-tag build, and the pages that are given. */
export async function openSite(pages: ReadonlyMap<string, Part>): Promise<{ url: string; close(): Promise<void> }> {
  // The origins of a site are settings, so its port has to be known before the relay starts.
  const port = await freePort();
  const url = `http://localhost:${String(port)}`;
  const routes = new Hono();
  for (const [path, { type, body }] of pages) {
    routes.get(path, (c) => c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, { 'Content-Type': type }));
  }
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-bench-'));
  const vast = 1e9;
  const relay = await startRelay({
    settings: checkSettings(settingsFor(url)),
    port,
    dataFolder: folder,
    assets: [assets],
    routes,
    httpLimits: { customersPerAddress: vast },
    limits: { connectionsPerAddress: vast },
    log: createLog('silent'),
  });
  const folders = new Set([folder, relay.dataFolder ?? folder]);
  return {
    url,
    async close() {
      await relay.stop();
      for (const place of folders) rmSync(place, { recursive: true, force: true });
    },
  };
}
