import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import { topics, type Envelope, type PeerGrant, type PeerSaid, type Subscriber } from '../hub/hub.js';
import { Guest } from '../sockets/guest.js';
import type { GuestDeps, Guests } from '../sockets/guests.js';
import type { RelaySocket } from '../sockets/relay-socket.js';

/** How long a word waits for a peer that is not there, ms. */
const EXPIRY = 10_000;
/** How many wait. */
const MOST_WAITING = 64;

/** What a browser's PeerJS says. */
const upSchema = v.variant('type', [
  v.object({ type: v.literal('HEARTBEAT') }),
  v.object({ type: v.picklist(['OFFER', 'ANSWER', 'CANDIDATE']), dst: v.string(), payload: v.record(v.string(), v.unknown()) }),
  v.object({ type: v.literal('LEAVE'), dst: v.string() }),
]);

/** A peer of PeerJS at the signalling. It may speak with one other, and is told when that one never came. */
export class PeerSocket extends Guest implements Subscriber {
  readonly grant: PeerGrant;
  readonly #id: string;
  /** What waits for the other, since when. */
  #waiting: { readonly text: string; readonly at: number }[] = [];
  #isOtherThere = false;
  #isGone = false;

  /** @param isTaken - Whether a peer of that id is there already, which stays. */
  constructor(
    deps: GuestDeps,
    peers: Guests<PeerSocket>,
    socket: RelaySocket,
    stream: Duplex,
    address: string,
    grant: PeerGrant,
    isTaken: boolean,
  ) {
    super(deps, peers, socket, stream, address);
    this.grant = grant;
    this.#id = deps.newId();
    this.letIn();
    this.#isGone = isTaken;
    if (isTaken) this.#leaveIt();
    else this.#come();
  }

  deliver({ told }: Envelope): void {
    if (told.kind === 'missed') this.#announce(true);
    else if (told.kind === 'peer') this.#hear(told.said);
  }

  override check(now: number): void {
    super.check(now);
    const late = this.#waiting.filter(({ at }) => now - at >= EXPIRY);
    if (late.length === 0) return;
    this.#waiting = this.#waiting.slice(late.length);
    this.send(JSON.stringify({ type: 'EXPIRE', src: this.grant.other, dst: this.grant.id }));
  }

  protected take(value: unknown): void {
    const read = v.safeParse(upSchema, value);
    if (!read.success) return this.#refuse('This is not understood');
    const message = read.output;
    if (message.type === 'HEARTBEAT') return;
    const { id, other } = this.grant;
    if (message.dst !== other) return this.#refuse('There is another peer for you');
    const text = JSON.stringify({ ...message, src: id });
    if (this.#isOtherThere) this.#say({ type: 'message', text });
    else if (this.#waiting.push({ text, at: this.deps.now() }) > MOST_WAITING) this.close('too-many');
  }

  protected takeBytes(): void {
    this.#refuse('This is not understood');
  }

  protected leave(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.deps.hub.unsubscribe(topics.peer(this.grant.id), this);
    this.#say({ type: 'left' });
  }

  #leaveIt(): void {
    this.send('{"type":"ID-TAKEN"}');
    this.close();
  }

  #come(): void {
    this.deps.hub.subscribe(topics.peer(this.grant.id), this);
    this.#begin().catch((fault: unknown) => {
      this.deps.log.error({ err: fault }, 'a peer could not be opened');
      this.close('internal');
    });
  }

  async #begin(): Promise<void> {
    await this.deps.hub.subscribed();
    if (this.isClosing()) return;
    if (this.grant.purpose === 'call')
      this.deps.hub.publish(topics.peer(this.grant.id), { kind: 'peer', said: { type: 'back', socket: this.#id } });
    this.send('{"type":"OPEN"}');
    this.#announce(true);
  }

  #hear(said: PeerSaid): void {
    if (said.type === 'there') {
      this.#isOtherThere = true;
      if (said.asks) this.#announce(false);
      for (const { text } of this.#waiting.splice(0)) this.#say({ type: 'message', text });
    } else if (said.type === 'left') this.#isOtherThere = false;
    else if (said.type === 'back') this.#giveWay(said.socket);
    else if (said.type === 'message') this.send(said.text);
  }

  /** Nobody is told that it left: the peer is there. */
  #giveWay(socket: string): void {
    if (socket === this.#id) return;
    this.#isGone = true;
    this.deps.hub.unsubscribe(topics.peer(this.grant.id), this);
    this.close();
  }

  #announce(asks: boolean): void {
    this.#say({ type: 'there', asks });
  }

  #say(said: PeerSaid): void {
    this.deps.hub.publish(topics.peer(this.grant.other), { kind: 'peer', said });
  }

  #refuse(msg: string): void {
    this.send(JSON.stringify({ type: 'ERROR', payload: { msg } }));
    this.close('malformed');
  }
}
