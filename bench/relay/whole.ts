import { existsSync, readFileSync } from 'node:fs';
import { pino } from 'pino';
import { checkSettings } from '@deskbell/relay/settings/check-settings.js';
import { startRelay } from '@deskbell/relay/start.js';

// A whole relay in a process of its own, as it is started anywhere but for limits made for people: `whole.ts OPTIONS`, as JSON.

/** What the bench says of a relay. */
export interface WholeOptions {
  readonly databaseUrl: string;
  readonly natsUrl?: string;
  readonly secret: string;
  readonly settings: unknown;
}

const { settings, ...options } = JSON.parse(process.argv[2] ?? '{}') as WholeOptions;
const vast = 1e9;
const relay = await startRelay({
  ...options,
  settings: checkSettings(settings),
  host: '127.0.0.1',
  port: 0,
  log: pino({ level: 'warn' }),
  limits: { messageBurst: vast, messagesPerSecond: vast, frameBurst: vast, framesPerSecond: vast, connectionsPerAddress: vast },
});
process.send?.({ port: relay.port });

/** How long the main thread was ready to run and had no core, ms; Linux says so. */
const waited = (): number =>
  existsSync('/proc/self/schedstat') ? Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6 : Number.NaN;

process.on('message', () => void process.send?.({ usage: process.cpuUsage(), memory: process.memoryUsage(), waited: waited() }));
process.on('disconnect', () => void relay.stop().then(() => process.exit(0)));
