/** The most topics that are remembered one by one. */
const MOST = 10_000;

/** Stands for all topics, where those in doubt are too many. */
export const EVERYWHERE = 'everywhere';

/** What was told since the same moment. */
class Batch {
  bytes = 0;
  readonly #topics = new Set<string>();

  get topics(): ReadonlySet<string> {
    return this.#topics;
  }

  add(topics: Iterable<string>, bytes: number): void {
    this.bytes += bytes;
    if (this.#topics.has(EVERYWHERE)) return;
    for (const topic of topics) this.#topics.add(topic);
    if (this.#topics.size <= MOST && !this.#topics.has(EVERYWHERE)) return;
    this.#topics.clear();
    this.#topics.add(EVERYWHERE);
  }
}

/** What was told and may not have arrived: everything since the bus last answered. */
export class Doubts {
  #asked = new Batch();
  #fresh = new Batch();

  /** How much may still be on its way, in bytes. */
  get bytes(): number {
    return this.#asked.bytes + this.#fresh.bytes;
  }

  add(topic: string, bytes: number): void {
    this.#fresh.add([topic], bytes);
  }

  /** The bus is asked whether it has everything so far. */
  ask(): void {
    this.#asked.add(this.#fresh.topics, this.#fresh.bytes);
    this.#fresh = new Batch();
  }

  /** It has everything that it was asked for. */
  settle(): void {
    this.#asked = new Batch();
  }

  /** Gives the topics in doubt away, each once, or {@link EVERYWHERE}. */
  take(): readonly string[] {
    this.ask();
    const topics = [...this.#asked.topics];
    this.settle();
    return topics;
  }
}
