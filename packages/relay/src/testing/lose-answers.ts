import type { DatabaseAddress } from '../store/database.js';
import { Pool } from '../store/pool.js';

/** From now on the database cuts the connection in every commit with an event of a type: whoever asked for it gets no answer. */
export async function loseAnswers(address: DatabaseAddress, type: string): Promise<void> {
  const pool = new Pool(address, 1);
  await pool.askOnce(`
    create function cut() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create constraint trigger cut after insert on events deferrable initially deferred
    for each row when (new.type = '${type}') execute function cut()`);
  await pool.end();
}
