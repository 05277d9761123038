import type { IdentifiedCommand } from '@deskbell/protocol/commands.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { LiveEventOf } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';

interface Request {
  readonly command: IdentifiedCommand;
  /** Whether a row shows that it was performed. */
  readonly done: (summary: ConversationSummary) => boolean;
  readonly resolve: () => void;
  readonly reject: (error: RelayError) => void;
}

/** What somebody waits for: each settles with the event that tells of it, or with the refusal. */
export class Requests {
  readonly #waiting = new Map<string, Request>();
  readonly #send: (command: IdentifiedCommand) => void;

  constructor(send: (command: IdentifiedCommand) => void) {
    this.#send = send;
  }

  ask(command: IdentifiedCommand, done: Request['done']): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(command.id, { command, done, resolve, reject });
      this.#send(command);
    });
  }

  /** On a new connection what has no answer is asked again: under its id it is performed once. */
  again(): void {
    for (const { command } of this.#waiting.values()) this.#send(command);
  }

  settle(id: string): void {
    this.#take(id)?.resolve();
  }

  /** A row may tell of it sooner than its event, or instead of it. */
  settleBy(summary: ConversationSummary): void {
    for (const { command, done } of this.#waiting.values())
      if ('conversation' in command && command.conversation === summary.id && done(summary)) this.settle(command.id);
  }

  refuse({ id = '', code, detail, retryAfter, fields }: LiveEventOf<'refused'>): void {
    const more = { ...(retryAfter !== undefined && { retryAfter }), ...(fields && { fields }) };
    this.#take(id)?.reject(new RelayError(code, detail, more));
  }

  rejectAll(): void {
    for (const id of this.#waiting.keys()) this.#take(id)?.reject(new RelayError('unavailable', 'the session was ended'));
  }

  #take(id: string): Request | undefined {
    const request = this.#waiting.get(id);
    this.#waiting.delete(id);
    return request;
  }
}
