import { MemoryOutbox } from './memory-outbox.js';
import type { Entry, Outbox, Outgoing } from './outbox.js';
import type { KeptValues } from './storage.js';
import type { Channel } from './tabs.js';

interface Shared {
  readonly kind: 'outbox';
  readonly id: string;
  /** Left out where the entry is gone. */
  readonly entry?: Entry;
}

const PREFIX = 'out ';

const isShared = (message: unknown): message is Shared => (message as Partial<Shared> | undefined)?.kind === 'outbox';

/** An outbox that is kept over a reload and that all tabs see alike: the customers' (DLV 2). */
export class KeptOutbox implements Outbox {
  readonly #memory: MemoryOutbox;
  readonly #kept: KeptValues;
  readonly #arrived: (id: string) => boolean;
  #channel: Channel | undefined;

  /**
   * @param arrived whether a command is in the log already: what another tab tells of it then comes too late.
   * @param changed told of every entry that came, changed or went, whichever tab did it.
   */
  constructor(kept: KeptValues, arrived: (id: string) => boolean, changed: (entry: Entry) => void) {
    this.#memory = new MemoryOutbox(changed);
    this.#kept = kept;
    this.#arrived = arrived;
  }

  get entries(): readonly Entry[] {
    return this.#memory.entries;
  }

  /** Takes what was kept, as the storage has it, and from now on what other tabs tell. */
  load(stored: readonly [string, unknown][], channel: Channel | undefined): void {
    for (const [key, value] of stored) if (key.startsWith(PREFIX)) this.#memory.put(value as Entry);
    this.#channel = channel;
    channel?.listen((message) => {
      if (!isShared(message)) return;
      if (!message.entry) this.#memory.drop(message.id);
      else if (!this.#arrived(message.id)) this.#memory.put(message.entry);
    });
  }

  find(type: Outgoing['type'], conversation: string | undefined): Outgoing | undefined {
    return this.entries.find(({ command }) => command.type === type && command.conversation === conversation)?.command;
  }

  /** Drops what of a type did not arrive; false where one is on its way. */
  makeRoom(type: Outgoing['type']): boolean {
    const those = this.entries.filter(({ command }) => command.type === type);
    if (those.some(({ state }) => state === 'sending')) return false;
    for (const { command } of those) this.drop(command.id);
    return true;
  }

  /** Whether anything is for that conversation. */
  isAbout(conversation: string): boolean {
    return this.entries.some(({ command }) => command.conversation === conversation);
  }

  add(command: Outgoing, at: number, more?: Partial<Pick<Entry, 'state' | 'attachments'>>): void {
    this.#keep(this.#memory.add(command, at, more));
  }

  change(id: string, change: Partial<Entry>): void {
    this.#memory.change(id, change);
    const entry = this.#memory.get(id);
    if (entry) this.#keep(entry);
  }

  drop(id: string): void {
    if (!this.#memory.get(id)) return;
    this.#memory.drop(id);
    this.#share(id, this.#kept.del(PREFIX + id));
  }

  clear(): void {
    this.#memory.clear();
  }

  #keep(entry: Entry): void {
    const { id } = entry.command;
    // What was refused is shown till the page goes, and never tried again.
    this.#share(id, entry.state === 'refused' ? this.#kept.del(PREFIX + id) : this.#kept.set(PREFIX + id, entry));
  }

  /** Tells the other tabs how it stands, and again when that is kept: one that came meanwhile may have read what was kept before. */
  #share(id: string, kept: Promise<void>): void {
    const tell = () => {
      const entry = this.#memory.get(id);
      this.#channel?.post({ kind: 'outbox', id, ...(entry && { entry }) } satisfies Shared);
    };
    tell();
    void kept.then(tell);
  }
}
