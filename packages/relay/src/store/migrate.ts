import { readdir, readFile } from 'node:fs/promises';
import { StartError } from '../start-error.js';
import type { Pool } from './pool.js';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Any number, the same in every relay: only one migrates at a time. */
const LOCK = 4_021_977;

/** Brings a database to this build's version, once, however many relays start at the same moment. Throws a sentence where the database is newer than the build. */
export async function migrate(pool: Pool): Promise<void> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  await pool.transact(async (tx) => {
    await tx.ask('select pg_advisory_xact_lock($1)', [LOCK]);
    await tx.askOnce('create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())');
    const applied = new Set((await tx.ask<{ name: string }>('select name from migrations')).map(({ name }) => name));
    const unknown = [...applied].filter((name) => !files.includes(name));
    if (unknown.length > 0) {
      throw new StartError(
        `The database was made by a newer Deskbell (it has ${unknown.join(', ')}). Start that version, or use another database.`,
      );
    }
    for (const name of files.filter((file) => !applied.has(file))) {
      await tx.askOnce(await readFile(new URL(name, FOLDER), 'utf8'));
      await tx.ask('insert into migrations (name) values ($1)', [name]);
    }
  });
}
