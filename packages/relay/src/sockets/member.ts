import type { CloseName } from '@deskbell/protocol/closes.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { RelayEvent } from '@deskbell/protocol/events.js';
import { sideOf, type Author, type Person, type Side } from '@deskbell/protocol/people.js';
import type { Caller, FollowedRow } from '../actions/caller.js';
import type { Identified } from '../auth/tokens.js';
import { mayRead } from '../domain/permissions.js';
import { topics, type Envelope } from '../hub/hub.js';
import type { Wait, Waiter } from '../routing/waiter.js';
import { Following, type Follower } from './following.js';
import type { SessionDeps } from './session-deps.js';

/** The way out to one client. */
export interface Outlet {
  /** Sends now, and cuts off who does not read. */
  send(frame: string): void;
  /** Sends something long; settles when it is on its way or the client is gone. */
  sendWhole(frame: string): Promise<void>;
  close(name: CloseName): void;
  /** Has the client come back and say what it has, since something may have been missed. */
  reopen(): void;
}

/** A person at a socket: what they follow, and what they are told. */
export class Member implements Caller, Follower, Waiter {
  readonly side: Side;
  readonly site: string | undefined;
  person: Person;
  author: Author;
  /** When the token ends, ms. */
  expires: number;

  readonly #deps: SessionDeps;
  readonly #outlet: Outlet;
  readonly #following: Following;
  #id: string | undefined;
  // What is told while the session opens: its answer comes first.
  #early: Envelope[] | undefined = [];

  constructor(deps: SessionDeps, outlet: Outlet, { person, site, expires }: Identified) {
    this.#deps = deps;
    this.#outlet = outlet;
    this.#following = new Following(deps.hub, this);
    this.side = sideOf(person.role);
    this.site = site;
    this.person = person;
    this.author = { id: person.id, name: person.name, role: person.role };
    this.expires = expires;
    if (this.side === 'customer') return;
    deps.desks.join(this);
    deps.hub.subscribe(topics.agent(person.workspace, person.id), this);
  }

  // Most sockets never type, so most never need one.
  get id(): string {
    return (this.#id ??= this.#deps.newId());
  }

  /** The session is open: what was told meanwhile may go out now. */
  opened(): void {
    const early = this.#early ?? [];
    this.#early = undefined;
    for (const envelope of early) this.deliver(envelope);
  }

  /** The socket is gone. */
  leave(): void {
    this.#following.leaveAll();
    if (this.side === 'customer') return;
    this.#deps.desks.leave(this);
    this.#deps.hub.unsubscribe(topics.agent(this.person.workspace, this.person.id), this);
  }

  deliver(envelope: Envelope): void {
    if (envelope.told.kind === 'missed') return this.#outlet.reopen();
    if (this.#early) return void this.#early.push(envelope);
    if (this.#following.keeps(envelope)) return;
    const { told } = envelope;
    if (told.kind === 'signed-out') return this.#outlet.close('signed-out');
    if (told.kind === 'typing' && told.from === this.#id) return;
    const frame = envelope.frame(told.kind === 'changed' && !this.#mayRead(told.summary) ? 'colleague' : this.side);
    if (frame !== null) this.#outlet.send(frame);
    if (told.kind === 'logged' && told.event.type !== 'message.sent') this.#following.learn(told.event);
  }

  tell(event: RelayEvent): void {
    this.#outlet.send(JSON.stringify(event));
  }

  tellWhole(event: RelayEvent): Promise<void> {
    return this.#outlet.sendWhole(JSON.stringify(event));
  }

  place(conversation: string, place: number, wait: Wait): void {
    this.tell({ type: 'queue.placed', conversation, place, ...(wait && { wait }) });
  }

  hold(conversation: string): void {
    this.#following.hold(conversation, this.#deps.limits.followed);
  }

  release(row: FollowedRow): void {
    this.#following.release(row);
  }

  unfollow(conversation: string): void {
    this.#following.leave(conversation);
  }

  follows(conversation: string): boolean {
    return this.#following.has(conversation);
  }

  takesPart(conversation: string): boolean {
    return this.#following.takesPart(conversation);
  }

  watch(conversation: string, queue: string): void {
    this.#deps.places.watch(this.person.workspace, queue, conversation, this);
  }

  forget(conversation: string, queue: string): void {
    this.#deps.places.forget(this.person.workspace, queue, conversation, this);
  }

  rename(name: string): void {
    this.person = { ...this.person, name };
    this.author = { ...this.author, name };
  }

  renew(expires: number): void {
    this.expires = expires;
  }

  #mayRead(summary: ConversationSummary): boolean {
    const { phase, customer, agent, offer } = summary;
    return mayRead(this.person, { workspace: this.person.workspace, phase, customer, agent, offer });
  }
}
