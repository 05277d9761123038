import { pino } from 'pino';
import { v7 } from 'uuid';
import { LocalHub } from '@deskbell/relay/hub/local-hub.js';
import { Metrics } from '@deskbell/relay/metrics.js';
import { Router } from '@deskbell/relay/routing/router.js';
import { SlotTeller } from '@deskbell/relay/routing/tell-status.js';
import { checkSettings } from '@deskbell/relay/settings/check-settings.js';
import { Directory } from '@deskbell/relay/settings/directory.js';
import { openPostgresStore, type PostgresOptions } from '@deskbell/relay/store/postgres-store.js';
import { settings } from './settings.js';

// The routing of one relay in a process of its own: `router-process.ts ADDRESS`, the address as JSON.

const address = JSON.parse(process.argv[2] ?? '""') as PostgresOptions['address'];
const log = pino({ level: 'warn' });
const store = await openPostgresStore({ address });
const known = {
  store,
  hub: new LocalHub(log),
  directory: new Directory(checkSettings(settings)),
  metrics: new Metrics(),
  log,
  now: Date.now,
  newId: () => v7(),
};
const router = new Router({ ...known, slots: new SlotTeller(known) });

async function route(): Promise<void> {
  router.wake('bench');
  await router.idle();
  process.send?.({ routed: Date.now() });
}

process.on('message', () => void route());
process.on('disconnect', () => {
  void router
    .stop()
    .then(() => store.close())
    .then(() => process.exit(0));
});
process.send?.({ port: 0 });
