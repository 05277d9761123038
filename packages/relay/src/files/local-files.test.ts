import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { answerFault } from '../http/answer-fault.js';
import { blobRoutes } from '../http/blobs.js';
import type { RelayEnv } from '../http/relay-env.js';
import { createLog } from '../log.js';
import { Metrics } from '../metrics.js';
import { testFolder } from '../testing/relay.js';
import { filesContract } from './contract.js';
import { LocalFiles } from './local-files.js';
import { Signatures } from './signatures.js';

filesContract('a folder', async (t) => {
  const now = (): number => 1_000_000;
  const port = new LocalFiles(await testFolder(t), new Signatures('the secret of the relay, known to nobody else', now));
  const app = new Hono<RelayEnv>();
  app.onError(answerFault({ log: createLog('silent'), metrics: new Metrics() }));
  app.route('/v1/blobs', blobRoutes(port.door));
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return { port, now, reach: (address) => url + address };
});
