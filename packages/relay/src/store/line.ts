import pg from 'pg';
import { askerOf, clientConfig, type Asker, type DatabaseAddress, type Parameter } from './database.js';
import { ConnectionError } from './faults.js';

/** One connection, used by one who asks one thing after another: without a pool's turns, which a lone message would feel. */
export class Line implements Asker {
  readonly #config: pg.ClientConfig;
  #client: pg.Client | undefined;
  #asker: Promise<Asker> | undefined;

  constructor(address: DatabaseAddress, settings: Readonly<Record<string, string>>) {
    this.#config = clientConfig(address, settings);
  }

  async ask<T extends object>(statement: string, parameters?: readonly Parameter[]): Promise<T[]> {
    return (await this.#connected()).ask(statement, parameters);
  }

  async askOnce<T extends object>(statement: string, parameters?: readonly Parameter[]): Promise<T[]> {
    return (await this.#connected()).askOnce(statement, parameters);
  }

  #connected(): Promise<Asker> {
    return (this.#asker ??= this.#connect());
  }

  async #connect(): Promise<Asker> {
    const client = new pg.Client(this.#config);
    this.#client = client;
    const forget = (): void => {
      if (this.#client === client) this.#asker = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    try {
      await client.connect();
    } catch (error) {
      forget();
      if (error instanceof pg.DatabaseError) throw error;
      throw new ConnectionError(error);
    }
    return askerOf(client);
  }

  async end(): Promise<void> {
    const open = this.#asker;
    this.#asker = undefined;
    if (open) await open.then(() => this.#client?.end()).catch(() => undefined);
  }
}
