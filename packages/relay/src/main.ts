#!/usr/bin/env node
import { delimiter, resolve } from 'node:path';
import { endpointIn } from './ai/endpoint.js';
import { DataFolderError } from './database/data-folder-error.js';
import type { S3Options } from './files/s3-files.js';
import { createLog } from './log.js';
import type { TurnOptions } from './peers/turn.js';
import { SettingsError } from './settings/faults.js';
import { readSettings } from './settings/read-settings.js';
import { StartError } from './start-error.js';
import { startRelay, type RelayOptions } from './start.js';

// The only place that reads the environment and listens to signals.

const { env } = process;
const log = createLog(env.LOG_LEVEL);

/** A whole number out of the environment. */
function wholeNumber(name: string, most: number): number | undefined {
  const value = env[name];
  if (value === undefined || value === '') return undefined;
  if (!/^\d+$/.test(value) || Number(value) > most)
    throw new StartError(`${name} has to be a whole number up to ${String(most)}, not "${value}".`);
  return Number(value);
}

/** The S3 that files are kept in, where one is named. */
function s3(): S3Options | undefined {
  const [endpoint, bucket, keyId, secretKey] = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].map(
    (name) => env[name] ?? '',
  );
  if (!endpoint && !bucket) return undefined;
  if (!endpoint || !bucket || !keyId || !secretKey)
    throw new StartError('For an S3 all of S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY have to be set.');
  if (!URL.canParse(endpoint)) throw new StartError(`S3_ENDPOINT has to be an address like https://s3.example, not "${endpoint}".`);
  return { endpoint, bucket, keyId, secretKey, region: env.S3_REGION ?? 'us-east-1' };
}

/** What helps browsers that do not reach each other, where it is named. */
function turn(): TurnOptions | undefined {
  const [urls, secret] = [(env.TURN_URLS ?? '').split(',').flatMap((url) => url.trim() || []), env.TURN_SECRET ?? ''];
  if (urls.length === 0 && !secret) return undefined;
  if (urls.length === 0 || !secret) throw new StartError('For a TURN both TURN_URLS and TURN_SECRET have to be set.');
  const wrong = urls.find((url) => !/^turns?:[^\s/]+$/.test(url));
  if (wrong !== undefined)
    throw new StartError(`TURN_URLS has to be addresses like turn:turn.example:3478, with commas between them, not "${wrong}".`);
  return { urls, secret };
}

/** What the environment says, without what it leaves out. */
const said = <K extends keyof RelayOptions>(key: K, value: RelayOptions[K] | undefined): Partial<Pick<RelayOptions, K>> =>
  value === undefined || value === '' ? {} : ({ [key]: value } as Partial<Pick<RelayOptions, K>>);

async function run(): Promise<void> {
  const settings = await readSettings(resolve(env.DESKBELL_SETTINGS ?? 'deskbell.json'));
  const starting = startRelay({
    settings,
    log,
    ...said('port', wholeNumber('PORT', 65_535)),
    ...said('host', env.HOST),
    ...said('databaseUrl', env.DATABASE_URL),
    ...said('natsUrl', env.NATS_URL),
    ...said('dataFolder', env.DESKBELL_DATA ?? (env.DATABASE_URL ? undefined : '.deskbell')),
    ...said('secret', env.DESKBELL_SECRET),
    ...said('vaultKey', env.VAULT_KEY),
    ...said('model', endpointIn(env)),
    ...said('assets', env.DESKBELL_ASSETS ? env.DESKBELL_ASSETS.split(delimiter) : undefined),
    ...said('filesFolder', env.DESKBELL_FILES),
    ...said('s3', s3()),
    ...said('turn', turn()),
    ...said('scanner', env.DESKBELL_SCANNER),
    ...said('clamd', env.CLAMD_HOST),
    ...said('proxies', wholeNumber('TRUST_PROXY', 10)),
  });
  // Heard from the first moment, since a database may be starting already; and more than once, since a terminal and npm both send Ctrl+C.
  const stop = (signal: NodeJS.Signals): void => {
    log.info({ signal }, 'Deskbell says goodbye');
    starting.then((relay) => relay.stop()).then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const relay = await starting;
  log.info({ url: relay.url, data: relay.dataFolder }, 'Deskbell is there');
}

/** Says what is wrong, in a sentence where it is something to be mended, and ends. */
function fail(fault: unknown): void {
  const isExpected = fault instanceof StartError || fault instanceof DataFolderError || fault instanceof SettingsError;
  process.stderr.write(`${isExpected ? fault.message : String((fault as Error).stack ?? fault)}\n`);
  process.exit(1);
}

run().catch(fail);
