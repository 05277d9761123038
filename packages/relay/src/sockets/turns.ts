import type { Command } from '@deskbell/protocol/commands.js';

/** Whose commands they are. */
export interface Performer {
  /** Performs a command; undefined where it is done already. Throws or rejects to refuse it. */
  perform(command: Command): Promise<void> | undefined;
  refuse(command: Command, fault: unknown): void;
  /** Nothing is under way any more. */
  rest(): void;
}

/**
 * Performs the commands of one socket in their order (rule O1). Messages go one behind the other without waiting for each other's commit,
 * since the store keeps their order; everything else waits for all before it, and all behind it wait for it.
 */
export class Turns {
  readonly #performer: Performer;
  #messages = 0;
  #busy = false;
  // Made only when something has to wait: an idle socket keeps no list.
  #queue: Command[] | undefined;

  constructor(performer: Performer) {
    this.#performer = performer;
  }

  get isIdle(): boolean {
    return this.#messages === 0 && !this.#busy;
  }

  /** Performs a command now or when its turn has come. Returns how many wait. */
  take(command: Command): number {
    if (this.#queue !== undefined || !this.#isFree(command)) return (this.#queue ??= []).push(command);
    this.#begin(command);
    return 0;
  }

  /** Lets everything wait till a promise, which must not reject, has settled. */
  wait(promise: Promise<void>): void {
    this.#busy = true;
    void promise.then(() => this.#end(false));
  }

  /** Forgets what waits; what is under way goes on. */
  drop(): void {
    this.#queue = undefined;
  }

  #isFree({ type }: Command): boolean {
    return !this.#busy && (this.#messages === 0 || type === 'message.send');
  }

  #begin(command: Command): void {
    let performed: Promise<void> | undefined;
    try {
      performed = this.#performer.perform(command);
    } catch (fault) {
      this.#performer.refuse(command, fault);
    }
    if (!performed) return;
    const isMessage = command.type === 'message.send';
    if (isMessage) this.#messages += 1;
    else this.#busy = true;
    performed.then(
      () => this.#end(isMessage),
      (fault: unknown) => {
        this.#performer.refuse(command, fault);
        this.#end(isMessage);
      },
    );
  }

  #end(isMessage: boolean): void {
    if (isMessage) this.#messages -= 1;
    else this.#busy = false;
    for (let next = this.#queue?.[0]; next && this.#isFree(next); next = this.#queue?.[0]) {
      this.#queue?.shift();
      this.#begin(next);
    }
    if (this.#queue?.length === 0) this.#queue = undefined;
    if (this.isIdle) this.#performer.rest();
  }
}
