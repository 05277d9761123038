import type { Duplex } from 'node:stream';
import { upSchema, type Cobrowse, type Down, type Up } from '@deskbell/protocol/cobrowse.js';
import * as v from 'valibot';
import type { CobrowseNews, Envelope, MirrorSaid, Subscriber } from '../hub/hub.js';
import { topics } from '../hub/hub.js';
import type { PeerPasses } from '../peers/peer-passes.js';
import { iceServers, type TurnOptions } from '../peers/turn.js';
import { Guest } from '../sockets/guest.js';
import type { GuestDeps, Guests } from '../sockets/guests.js';
import { Bucket } from '../sockets/limits.js';
import { mayComeFrom } from '../sockets/opening.js';
import type { RelaySocket } from '../sockets/relay-socket.js';
import type { CobrowsePort, Joining } from './meetings.js';

/** Of two ends of one side that came within this, by no matter whose clock, the one with the later id is the newer; ms. */
const AT_ONCE = 5_000;

export interface MirrorDeps extends GuestDeps {
  readonly cobrowse: CobrowsePort;
  readonly peers: PeerPasses;
  readonly turn?: TurnOptions | undefined;
}

/**
 * One end of a co-browse session: the customer's page, or the agent's view. The two find each other over the hub, wherever they are; the agent's end
 * says when they meet. What is sealed is passed on as it is. Of one side there is one end, the newest.
 */
export class MirrorEnd extends Guest implements Subscriber {
  /** Whose end it is, once it has joined. */
  joining: Joining | undefined;
  readonly #mirror: MirrorDeps;
  readonly #origin: string | undefined;
  readonly #id: string;
  readonly #tellings: Bucket;
  #session: Cobrowse | undefined;
  #joinedAt = 0;
  #isJoining = false;
  /** The end of the other side that this one has met, and the one that the agent's end asked to meet last. */
  #other: string | undefined;
  #asked: string | undefined;

  constructor(deps: MirrorDeps, ends: Guests<MirrorEnd>, socket: RelaySocket, stream: Duplex, address: string, origin: string | undefined) {
    super(deps, ends, socket, stream, address);
    this.#mirror = deps;
    this.#origin = origin;
    this.#id = deps.newId();
    this.#tellings = new Bucket(deps.limits.messageBurst, deps.now());
  }

  deliver({ told }: Envelope): void {
    if (told.kind === 'missed') this.close('restart');
    else if (told.kind === 'cobrowse') this.#change(told.session);
    else if (told.kind === 'mirror') this.#hear(told.said);
  }

  protected take(value: unknown): void {
    const read = v.safeParse(upSchema, value);
    if (!read.success) return this.close('malformed');
    const up = read.output;
    if (up.type === 'join') return this.#join(up.pass);
    if (!this.joining) return this.close('malformed');
    this.#perform(up, this.joining);
  }

  protected takeBytes(bytes: Buffer): void {
    if (!this.joining) return this.close('malformed');
    if (this.#other) this.#say({ type: 'frame', to: this.#other, frame: bytes.toString('base64') });
  }

  protected leave(): void {
    if (!this.#session) return;
    this.deps.hub.unsubscribe(topics.cobrowse(this.#session.id), this);
    this.#say({ type: 'left', end: this.#id });
    this.#session = undefined;
    this.joining = undefined;
  }

  #perform(up: Exclude<Up, { type: 'join' }>, joining: Joining): void {
    const { limits, now } = this.deps;
    if (up.type === 'ping') this.#tell({ type: 'pong' });
    else if (up.type === 'signal') {
      if (this.#other) this.#say({ type: 'signal', to: this.#other, data: up.data });
    } else if (joining.side !== 'customer') this.close('malformed');
    else if (!this.#tellings.take(limits.messageBurst, limits.messagesPerSecond, now())) this.close('too-many');
    else {
      this.#mirror.cobrowse.tell(joining, up).catch((fault: unknown) => {
        this.deps.log.error({ err: fault, session: joining.session.id }, 'what a page told could not be written down');
      });
    }
  }

  #join(pass: string): void {
    if (this.#isJoining) return this.close('malformed');
    this.#isJoining = true;
    this.letIn();
    this.#enter(pass).catch((fault: unknown) => {
      this.deps.log.error({ err: fault }, 'an end of a co-browse session could not join');
      this.close('internal');
    });
  }

  async #enter(pass: string): Promise<void> {
    const { hub, now } = this.deps;
    const joining = await this.#mirror.cobrowse.takePass(pass);
    if (this.isClosing()) return;
    if (!joining) return this.close('unauthorized');
    const { side, workspace, site, session } = joining;
    const role = side === 'customer' ? side : 'agent';
    if (!mayComeFrom(this.deps, this.#origin, { person: { role, workspace }, site })) return this.close('wrong-origin');
    hub.subscribe(topics.cobrowse(session.id), this);
    this.#session = session;
    await hub.subscribed();
    // What changed before this relay heard of it.
    const current = await this.#mirror.cobrowse.find(workspace, session.id);
    if (this.isClosing()) return;
    this.joining = joining;
    this.#joinedAt = now();
    this.#session = current ?? session;
    this.#tell({ type: 'joined', session: this.#session, side });
    this.#announce({ isNew: true, asks: true });
    this.#look(this.#session);
  }

  #change(change: CobrowseNews): void {
    if (!this.joining || !this.#session) return;
    const session = { ...this.#session, ...change };
    this.#session = session;
    this.#tell({ type: 'changed', session });
    this.#look(session);
  }

  #look({ state }: Cobrowse): void {
    if (state === 'ended') this.close();
    // The customer's end may have been there before anybody was allowed to meet it.
    else if (this.joining?.side === 'agent') this.#announce({ isNew: false, asks: true });
  }

  #announce(how: { readonly isNew: boolean; readonly asks: boolean }): void {
    if (this.joining) this.#say({ type: 'there', side: this.joining.side, end: this.#id, ...how });
  }

  #hear(said: MirrorSaid): void {
    if (!this.joining) return;
    if (said.type === 'there') this.#find(said, this.joining);
    else if (said.type === 'met') {
      if (said.ends[this.joining.side] === this.#id) this.#meet(said, this.joining);
    } else if (said.type === 'left') {
      if (said.end === this.#other) this.#part();
    } else if (said.to === this.#id) {
      if (said.type === 'signal') this.#tell({ type: 'signal', data: said.data });
      else this.send(Buffer.from(said.frame, 'base64'));
    }
  }

  #find({ side, end, isNew, asks }: Extract<MirrorSaid, { type: 'there' }>, own: Joining): void {
    if (side === own.side) {
      if (isNew && end !== this.#id) this.#giveWay(end);
    } else if (own.side === 'customer') {
      if (asks) this.#announce({ isNew: false, asks: false });
    } else if (end !== this.#asked && this.#session?.state === 'allowed') {
      this.#asked = end;
      const { newId } = this.deps;
      this.#say({ type: 'met', meeting: newId(), ends: { customer: end, agent: this.#id }, peers: { customer: newId(), agent: newId() } });
    }
  }

  /** Unless both came at once, and this one counts as the newer: then the other has to hear of it. */
  #giveWay(end: string): void {
    if (end < this.#id && this.deps.now() - this.#joinedAt < AT_ONCE) return this.#announce({ isNew: true, asks: false });
    this.#tell({ type: 'parted', why: 'elsewhere' });
    this.close();
  }

  #meet({ meeting, ends, peers }: Extract<MirrorSaid, { type: 'met' }>, { side, session }: Joining): void {
    const otherSide = side === 'customer' ? 'agent' : 'customer';
    this.#other = ends[otherSide];
    const [id, other] = [peers[side], peers[otherSide]];
    const person = side === 'customer' ? side : session.agent.id;
    const token = this.#mirror.peers.give({ id, other, purpose: 'cobrowse', of: session.id, person });
    this.#tell({
      type: 'met',
      meeting,
      first: side === 'customer',
      peer: { id, token, other },
      iceServers: iceServers(this.#mirror.turn, id, this.deps.now()),
    });
  }

  #part(): void {
    this.#other = undefined;
    this.#asked = undefined;
    this.#tell({ type: 'parted', why: 'away' });
  }

  #say(said: MirrorSaid): void {
    if (this.#session) this.deps.hub.publish(topics.cobrowse(this.#session.id), { kind: 'mirror', said });
  }

  #tell(down: Down): void {
    this.send(JSON.stringify(down));
  }
}
