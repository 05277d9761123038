import pg from 'pg';
import { askerOf, clientConfig, type Asker, type DatabaseAddress, type Parameter, type Session } from './database.js';
import { ConnectionError, isAway } from './faults.js';

/** Several connections to one database, opened when they are needed and again when they were lost. */
export class Pool implements Asker {
  readonly #pool: pg.Pool;
  readonly #asker: Asker;
  readonly #lost: () => void;

  /** @param lost - Called when the answer to a commit was lost: nobody knows whether it was done. */
  constructor(address: DatabaseAddress, connections: number, session: Session = {}, lost: () => void = () => undefined) {
    this.#lost = lost;
    this.#pool = new pg.Pool({ ...clientConfig(address, session), max: connections });
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
  async transact<T>(run: (tx: Asker) => Promise<T>): Promise<T> {
    const client = await this.#connect();
    const tx = askerOf(client);
    try {
      await tx.ask('begin');
      const result = await run(tx);
      await this.#commit(tx);
      client.release();
      return result;
    } catch (error) {
      // A connection on which even this fails is of no more use.
      await tx.ask('rollback').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  }

  async #commit(tx: Asker): Promise<void> {
    try {
      await tx.ask('commit');
    } catch (error) {
      if (isAway(error)) this.#lost();
      throw error;
    }
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
