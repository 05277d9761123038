import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { topics, type Envelope, type Subscriber } from '../hub/hub.js';
import type { Pace } from '../domain/estimate.js';
import type { Store } from '../store/store.js';
import { Paces, waitAt } from './paces.js';
import type { Waiter } from './waiter.js';

type PlacesDeps = Pick<Deps, 'hub' | 'directory' | 'metrics' | 'log' | 'now'> & {
  readonly store: Pick<Store, 'waitingIn' | 'waits' | 'agents'>;
};

/** How often a queue is counted in such a time, ms: a busy one changes more often than anybody can read. */
const [COUNTS, WINDOW] = [10, 1_000];

/** One queue on this relay: who waits here, and which place each was told last. */
interface Queue {
  readonly workspace: string;
  readonly id: string;
  readonly waiters: Map<string, Map<Waiter, number>>;
  /** `asked` could not be counted: it is by the next look, or by whoever asks when the time is over. */
  state: 'quiet' | 'asked' | 'asking' | 'asked again';
  /** How often it may still be counted in the time that began then. */
  left: number;
  began: number;
}

/**
 * Tells waiting customers their place when it changes. Wakes when somebody came to, or left, a queue on any relay; however many come and
 * go meanwhile, one query a queue is under way and one more follows; where they do not cease to come and go, at an even pace.
 */
export class Places {
  readonly #deps: PlacesDeps;
  readonly #queues = new Map<string, Queue>();
  readonly #subscriptions: { topic: string; subscriber: Subscriber }[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #paces: Paces;

  constructor(deps: PlacesDeps) {
    this.#deps = deps;
    this.#paces = new Paces(deps);
    for (const { id: workspace, queues } of deps.directory.workspaces) {
      for (const { id } of queues) this.#find(workspace, id);
      const subscriber = { deliver: (envelope: Envelope) => this.#wake(workspace, envelope) };
      this.#subscriptions.push({ topic: topics.queues(workspace), subscriber });
    }
  }

  /** Begins to listen, and counts every queue once. */
  start(): void {
    for (const { topic, subscriber } of this.#subscriptions) this.#deps.hub.subscribe(topic, subscriber);
    for (const queue of this.#queues.values()) this.#ask(queue);
  }

  watch(workspace: string, queueId: string, conversation: string, waiter: Waiter): void {
    const queue = this.#find(workspace, queueId);
    // A queue that went from the settings while somebody waited in it has no places to tell.
    if (!queue) return;
    const waiters = queue.waiters.get(conversation) ?? new Map<Waiter, number>();
    queue.waiters.set(conversation, waiters.set(waiter, 0));
    this.#ask(queue);
  }

  forget(workspace: string, queueId: string, conversation: string, waiter: Waiter): void {
    const waiters = this.#queues.get(`${workspace}/${queueId}`)?.waiters;
    const those = waiters?.get(conversation);
    if (those?.delete(waiter) && those.size === 0) waiters?.delete(conversation);
  }

  /** Looks again at every queue that was asked for too often, or whose last query failed. */
  retry(): void {
    for (const queue of this.#queues.values()) {
      queue.left = COUNTS;
      if (queue.state === 'asked') this.#run(queue);
    }
  }

  /** Settles when no query is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async stop(): Promise<void> {
    for (const { topic, subscriber } of this.#subscriptions) this.#deps.hub.unsubscribe(topic, subscriber);
    this.#queues.clear();
    await this.idle();
  }

  /** A queue of the settings; new ones come while the relay runs. */
  #find(workspace: string, id: string): Queue | undefined {
    const key = `${workspace}/${id}`;
    const known = this.#queues.get(key);
    if (known || !this.#deps.directory.workspace(workspace)?.queues.some((queue) => queue.id === id)) return known;
    const queue: Queue = { workspace, id, waiters: new Map(), state: 'quiet', left: COUNTS, began: 0 };
    this.#queues.set(key, queue);
    return queue;
  }

  #wake(workspace: string, { told }: Envelope): void {
    if (told.kind === 'missed') {
      for (const queue of this.#queues.values()) if (queue.workspace === workspace) this.#ask(queue);
      return;
    }
    const queue = told.kind === 'moved' ? this.#find(workspace, told.queue) : undefined;
    if (queue) this.#ask(queue);
  }

  #ask(queue: Queue): void {
    if (queue.state === 'asking') queue.state = 'asked again';
    else if (queue.state !== 'asked again' && this.#mayCount(queue)) this.#run(queue);
    else if (queue.state === 'quiet') queue.state = 'asked';
  }

  #mayCount(queue: Queue): boolean {
    const at = this.#deps.now();
    if (at - queue.began >= WINDOW) Object.assign(queue, { left: COUNTS, began: at });
    return queue.left > 0;
  }

  #run(queue: Queue): void {
    const run = this.#count(queue);
    this.#running.add(run);
    void run.finally(() => this.#running.delete(run));
  }

  async #count(queue: Queue): Promise<void> {
    do {
      queue.state = 'asking';
      queue.left -= 1;
      try {
        const waiting = await this.#deps.store.waitingIn(queue.workspace, queue.id);
        this.#tell(queue, waiting, await this.#paces.of(queue));
      } catch (fault) {
        // `retry` asks again, also after a fault of our own: nobody else waits for this promise, so it would take the relay down.
        Object.assign(queue, { state: 'asked', left: 0, began: this.#deps.now() });
        if (!(fault instanceof RelayError)) this.#deps.log.error({ err: fault, queue: queue.id }, 'places could not be told');
        return;
      }
    } while (this.#isAskedAgain(queue) && this.#mayCount(queue));
    queue.state = this.#isAskedAgain(queue) ? 'asked' : 'quiet';
  }

  // A method, since the compiler takes the state for unchanged over the await.
  #isAskedAgain(queue: Queue): boolean {
    return queue.state === 'asked again';
  }

  #tell(queue: Queue, waiting: readonly string[], pace: Pace | null): void {
    this.#deps.metrics.waits(queue.workspace, queue.id, waiting.length);
    if (queue.waiters.size === 0) return;
    waiting.forEach((conversation, index) => {
      for (const [waiter, told] of queue.waiters.get(conversation) ?? []) {
        if (told === index + 1) continue;
        queue.waiters.get(conversation)?.set(waiter, index + 1);
        waiter.place(conversation, index + 1, waitAt(index + 1, pace));
      }
    });
  }
}
