import type { LogEvent } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Named, Person } from '@deskbell/protocol/people.js';
import type { FollowedRow } from '../actions/caller.js';
import { mayRead, takesPart } from '../domain/permissions.js';
import { topics, type Envelope, type Hub, type Subscriber, type Told } from '../hub/hub.js';

/** One conversation that a socket follows. */
interface Seat {
  takesPart: boolean;
  /** What was told while its log was being opened; null once that is done. */
  held: Envelope[] | null;
  /** The queue whose places are told to this socket; null where there is nothing to wait for. */
  queue: string | null;
}

/** Whose seats they are. */
export interface Follower extends Subscriber {
  readonly person: Person;
  /** Begins, or ends, to be told a place in a queue. */
  watch(conversation: string, queue: string): void;
  forget(conversation: string, queue: string): void;
}

const conversationOf = (told: Told): string | undefined =>
  told.kind === 'logged'
    ? told.event.conversation
    : told.kind === 'read' || told.kind === 'typing' || told.kind === 'form-reported'
      ? told.conversation
      : undefined;

/** Whose a conversation is after an event: nobody's (null), or as it was (undefined). */
const ownerAfter = (event: LogEvent): Named | null | undefined => {
  if (event.type === 'conversation.accepted' || event.type === 'conversation.transferred') return event.agent;
  return event.type === 'conversation.returned' ? null : undefined;
};

/** The queue in which it waits again after an event, if it does. */
const queueAfter = (event: LogEvent): string | undefined => {
  if (event.type === 'conversation.returned' || event.type === 'bot.handed-over') return event.queue.id;
  return event.type === 'conversation.transferred' && !event.agent ? event.queue.id : undefined;
};

/** What leaves a place in the queue as it is. That it began may be heard late, from another relay. */
const STILL_WAITS: readonly LogEvent['type'][] = [
  'conversation.started',
  'offer.made',
  'offer.ended',
  'conversation.skilled',
  'message.reacted',
  'form.answered',
  'note.added',
  'transcript.fetched',
  'transcript.missed',
];

/** The conversations that one socket follows, and what is held back of them (rule O5). */
export class Following {
  readonly #hub: Hub;
  readonly #follower: Follower;
  readonly #seats = new Map<string, Seat>();
  #held = 0;
  #isOver = false;

  constructor(hub: Hub, follower: Follower) {
    this.#hub = hub;
    this.#follower = follower;
  }

  has(conversation: string): boolean {
    return this.#seats.get(conversation)?.held === null;
  }

  takesPart(conversation: string): boolean {
    return this.#seats.get(conversation)?.takesPart ?? false;
  }

  /** @param limit - How many conversations may be followed; beyond it `slow-down` is thrown. */
  hold(conversation: string, limit: number): void {
    const seat = this.#seats.get(conversation);
    // What was begun before the socket went must not leave anything behind.
    if (this.#isOver || seat?.held) return;
    if (!seat && this.#seats.size >= limit) throw new RelayError('slow-down', 'too many conversations are followed; unfollow some');
    this.#held += 1;
    if (seat) {
      seat.held = [];
      return;
    }
    this.#seats.set(conversation, { takesPart: false, held: [], queue: null });
    this.#hub.subscribe(topics.conversation(conversation), this.#follower);
  }

  release(row: FollowedRow): void {
    const seat = this.#seats.get(row.id);
    if (!seat?.held) return;
    const { person } = this.#follower;
    const held = seat.held;
    this.#held -= 1;
    seat.held = null;
    seat.takesPart = takesPart(person, row);
    if (person.role === 'customer' && row.phase === 'waiting') {
      seat.queue = row.queue.id;
      this.#follower.watch(row.id, row.queue.id);
    }
    for (const envelope of held) {
      const { told } = envelope;
      if (told.kind !== 'logged' || told.event.seq > row.seq) this.#follower.deliver(envelope);
    }
  }

  leave(conversation: string): void {
    const seat = this.#seats.get(conversation);
    if (!seat) return;
    if (seat.held) this.#held -= 1;
    this.#stopWaiting(conversation, seat);
    this.#seats.delete(conversation);
    this.#hub.unsubscribe(topics.conversation(conversation), this.#follower);
  }

  /** Leaves everything, for good. */
  leaveAll(): void {
    this.#isOver = true;
    for (const conversation of [...this.#seats.keys()]) this.leave(conversation);
  }

  /** Whether a telling is to be held back; it is kept then. */
  keeps(envelope: Envelope): boolean {
    if (this.#held === 0) return false;
    const conversation = conversationOf(envelope.told);
    const held = conversation === undefined ? undefined : this.#seats.get(conversation)?.held;
    held?.push(envelope);
    return held !== undefined && held !== null;
  }

  /** Draws from an event what it means for this seat: whose the conversation is now, and whether it is still to be seen (rule P3). */
  learn(event: LogEvent): void {
    const seat = this.#seats.get(event.conversation);
    if (!seat) return;
    if (!STILL_WAITS.includes(event.type)) this.#stopWaiting(event.conversation, seat);
    const { person } = this.#follower;
    if (person.role === 'customer') return this.#waitAnew(event, seat);
    const agent = ownerAfter(event);
    if (agent === undefined) return;
    const customer = { id: '', name: '' };
    const held = { workspace: person.workspace, phase: agent ? 'active' : 'waiting', customer, agent, offer: null } as const;
    seat.takesPart = takesPart(person, held);
    if (!mayRead(person, held)) this.leave(event.conversation);
  }

  /** A customer who waits again is told their place again. */
  #waitAnew(event: LogEvent, seat: Seat): void {
    const queue = queueAfter(event);
    if (queue === undefined) return;
    seat.queue = queue;
    this.#follower.watch(event.conversation, queue);
  }

  #stopWaiting(conversation: string, seat: Seat): void {
    if (seat.queue === null) return;
    this.#follower.forget(conversation, seat.queue);
    seat.queue = null;
  }
}
