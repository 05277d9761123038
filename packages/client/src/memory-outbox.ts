import { inOrder, type Entry, type Outbox, type Outgoing } from './outbox.js';

/** An outbox that is gone with its page: the agents' (DLV 2). */
export class MemoryOutbox implements Outbox {
  readonly #entries = new Map<string, Entry>();
  readonly #changed: (entry: Entry) => void;
  #sorted: readonly Entry[] | undefined;

  /** @param changed told of every entry that came, changed or went. */
  constructor(changed: (entry: Entry) => void) {
    this.#changed = changed;
  }

  get entries(): readonly Entry[] {
    return (this.#sorted ??= inOrder(this.#entries.values()));
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  add(command: Outgoing, at: number, more: Partial<Pick<Entry, 'state' | 'attachments'>> = {}): Entry {
    const entry: Entry = { command, at, order: (this.entries.at(-1)?.order ?? 0) + 1, state: 'sending', ...more };
    this.put(entry);
    return entry;
  }

  put(entry: Entry): void {
    this.#entries.set(entry.command.id, entry);
    this.#tell(entry);
  }

  change(id: string, change: Partial<Pick<Entry, 'command' | 'state' | 'why'>>): void {
    const entry = this.#entries.get(id);
    if (entry) this.put({ ...entry, ...change });
  }

  drop(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#tell(entry);
  }

  clear(): void {
    for (const id of [...this.#entries.keys()]) this.drop(id);
  }

  #tell(entry: Entry): void {
    this.#sorted = undefined;
    this.#changed(entry);
  }
}
