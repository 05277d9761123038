import pg from 'pg';
import { askerOf, clientConfig, type Asker, type DatabaseAddress, type Parameter, type Session } from './database.js';
import { ConnectionError, isAway } from './faults.js';

/** One connection, used by one who asks one thing after another: without a pool's turns, which a lone message would feel. */
export class Line implements Asker {
  readonly #config: pg.ClientConfig;
  readonly #lost: () => void;
  #client: pg.Client | undefined;
  #asker: Promise<Asker> | undefined;

  /** @param lost - Called when the answer to a statement was lost: nobody knows whether it was done. */
  constructor(address: DatabaseAddress, session: Session, lost: () => void) {
    this.#lost = lost;
    this.#config = clientConfig(address, session);
  }

  ask<T extends object>(statement: string, parameters?: readonly Parameter[]): Promise<T[]> {
    return this.#use((asker) => asker.ask<T>(statement, parameters));
  }

  askOnce<T extends object>(statement: string, parameters?: readonly Parameter[]): Promise<T[]> {
    return this.#use((asker) => asker.askOnce<T>(statement, parameters));
  }

  async #use<T>(run: (asker: Asker) => Promise<T>): Promise<T> {
    const connected = this.#connected();
    const asker = await connected;
    try {
      return await run(asker);
    } catch (error) {
      if (isAway(error)) this.#lost();
      // One that was lost, or fell silent, is of no more use.
      if (error instanceof ConnectionError && this.#asker === connected) this.#hangUp();
      throw error;
    }
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

  #hangUp(): void {
    this.#asker = undefined;
    this.#client?.end().catch(() => undefined);
  }

  async end(): Promise<void> {
    const open = this.#asker;
    this.#asker = undefined;
    if (open) await open.then(() => this.#client?.end()).catch(() => undefined);
  }
}
