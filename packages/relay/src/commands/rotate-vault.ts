#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { v7 } from 'uuid';
import { StartError } from '../start-error.js';
import { MasterKey, WrongMasterKey } from '../vault/master-key.js';
import { Rotation, rewrapKeys } from '../vault/rotation.js';
import { command, say, withStore, type CommandPlace } from './run.js';

// `npm run vault:rotate`: makes new keys; with --reseal seals what is kept for the newest instead, with --drop forgets old ones, with
// --master wraps all keys with another master key.

const { env } = process;
const { values } = parseArgs({
  options: {
    workspace: { type: 'string' },
    reseal: { type: 'boolean', default: false },
    drop: { type: 'boolean', default: false },
    master: { type: 'boolean', default: false },
  },
});

async function masterKey(folder: string | undefined): Promise<MasterKey> {
  if (env.VAULT_KEY) return MasterKey.from(env.VAULT_KEY, 'VAULT_KEY');
  if (folder === undefined) throw new StartError('Set VAULT_KEY to the one that the relays have.');
  return MasterKey.kept(folder);
}

async function workspacesIn({ store }: CommandPlace): Promise<string[]> {
  const known = [...new Set((await store.vaultKeys()).map(({ workspace }) => workspace))];
  const { workspace } = values;
  if (workspace === undefined) return known;
  if (!known.includes(workspace))
    throw new StartError(`There are no keys of ${workspace}; there are those of ${known.join(', ') || 'nobody'}.`);
  return [workspace];
}

async function rewrap({ store, folder }: CommandPlace): Promise<void> {
  if (!env.VAULT_KEY_NEW) throw new StartError('Set VAULT_KEY_NEW to the new master key: `openssl rand -base64 32` makes one.');
  await rewrapKeys(store, await masterKey(folder), await MasterKey.from(env.VAULT_KEY_NEW, 'VAULT_KEY_NEW'));
  say('Every key is wrapped with VAULT_KEY_NEW. Start all relays again with it as their VAULT_KEY; the old one opens nothing any more.');
}

async function change(place: CommandPlace): Promise<void> {
  const rotation = new Rotation({ store: place.store, master: await masterKey(place.folder), now: Date.now, newId: () => v7() });
  for (const workspace of await workspacesIn(place)) {
    if (!values.reseal && !values.drop) say(`${workspace}: new values are sealed for ${await rotation.rotate(workspace)} from now on.`);
    if (values.reseal) {
      const { key, values: count, broken } = await rotation.reseal(workspace);
      say(`${workspace}: ${String(count)} values are sealed for ${key} now; ${String(broken)} do not open, and stay as they are.`);
    }
    if (values.drop) say(`${workspace}: dropped ${(await rotation.drop(workspace)).join(', ') || 'none'}.`);
  }
}

command(async () => {
  try {
    await withStore(values.master ? rewrap : change);
    return true;
  } catch (fault) {
    if (fault instanceof WrongMasterKey) throw new StartError(`This is not the master key: ${fault.message}. Nothing was changed.`);
    throw fault;
  }
});
