import pg from 'pg';
import { askerOf, clientConfig, type Asker, type DatabaseAddress, type Parameter, type Session } from './database.js';
import { ConnectionError, isAway } from './faults.js';

/** Several statements that are saved together, or not at all. What is asked without waiting for what came before goes out with it. */
export interface Transaction extends Asker {
  /** Asks for what has no answer: it goes out with the commit, which fails where this does. */
  write(statement: string, parameters: readonly Parameter[]): void;
}

/** Several connections to one database, opened when they are needed and again when they were lost. */
export class Pool implements Asker {
  readonly #pool: pg.Pool;
  readonly #asker: Asker;
  readonly #lost: () => void;

  /** @param lost - Called when the answer to a commit was lost: nobody knows whether it was done. */
  constructor(address: DatabaseAddress, connections: number, session: Session = {}, lost: () => void = () => undefined) {
    this.#lost = lost;
    this.#pool = new pg.Pool({ ...clientConfig(address, session), max: connections, pipeline: true });
    this.#asker = askerOf(this.#pool);
    // A connection that is lost while nobody asks anything is opened anew by the next who does; who asks is told by their own statement.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  ask<T extends object>(statement: string, parameters?: readonly Parameter[]): Promise<T[]> {
    return this.#asker.ask(statement, parameters);
  }

  askOnce<T extends object>(statement: string, parameters?: readonly Parameter[]): Promise<T[]> {
    return this.#asker.askOnce(statement, parameters);
  }

  /** Runs statements in one transaction, which is given up where `run` throws. */
  async transact<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.#connect();
    const asker = askerOf(client);
    const writes: (readonly [string, readonly Parameter[]])[] = [];
    try {
      // The first statements need not wait for it: the server takes them in their order.
      const begun = asker.ask('begin');
      const [result] = await Promise.all([run({ ...asker, write: (...asked) => void writes.push(asked) }), begun]);
      await this.#commit(asker, writes);
      client.release();
      return result;
    } catch (error) {
      // A connection on which even this fails is of no more use.
      await asker.ask('rollback').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  }

  async #commit(asker: Asker, writes: readonly (readonly [string, readonly Parameter[]])[]): Promise<void> {
    const written = writes.map(([statement, parameters]) => asker.ask(statement, parameters));
    // After a statement that failed this takes everything back, and does not fail itself.
    const [committed, ...others] = await Promise.allSettled([asker.ask('commit'), ...written]);
    if (committed.status === 'rejected' && isAway(committed.reason)) this.#lost();
    for (const done of [...others, committed]) if (done.status === 'rejected') throw done.reason;
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      if (error instanceof pg.DatabaseError) throw error;
      throw new ConnectionError(error);
    }
  }

  /** Waits for what is under way, and closes. */
  async end(): Promise<void> {
    await this.#pool.end();
  }
}
