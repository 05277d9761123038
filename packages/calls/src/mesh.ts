import { budget, Strained, type Quality, qualityOf } from './budget.js';
import { Link } from './link/link.js';
import type { LinkOptions, LinkState } from './link/link-options.js';
import { Measure } from './link/measure.js';
import { SENDS_NOTHING, type Sends, type Tracks } from './link/sends.js';
import type { PeerPlan, Plan } from './plan.js';

/** What one has to send. */
export interface Own {
  readonly microphone: MediaStreamTrack | undefined;
  readonly camera: MediaStreamTrack | undefined;
  readonly screen: MediaStreamTrack | undefined;
  readonly hold: MediaStreamTrack | undefined;
  readonly isMuted: boolean;
}

/** Somebody one is in a call with. */
export interface PeerState {
  readonly peer: string;
  readonly link: LinkState;
  readonly quality: Quality;
  /** What they say that they send. */
  readonly sends: Sends;
  /** Whether one's own pictures are held back, since the line or the processor has no room for them. */
  readonly isVideoHeldBack: boolean;
  readonly audio: MediaStreamTrack | undefined;
  readonly video: MediaStreamTrack | undefined;
  readonly screen: MediaStreamTrack | undefined;
}

export interface MeshOptions extends Pick<LinkOptions, 'me' | 'signalling' | 'iceServers' | 'surroundings'> {
  readonly changed: () => void;
}

/** How often lines are measured, ms. */
const LOOK = 2_000;

const NOTHING: Own = { microphone: undefined, camera: undefined, screen: undefined, hold: undefined, isMuted: false };

class Member {
  readonly link: Link;
  readonly measure = new Measure();
  readonly strained = new Strained();
  plan: PeerPlan;
  quality: Quality = 'good';

  constructor(link: Link, plan: PeerPlan) {
    this.link = link;
    this.plan = plan;
  }
}

/** Links to all others of a call, each of which is sent what the plan says, as well as there is room for. */
export class Mesh {
  readonly #options: MeshOptions;
  readonly #members = new Map<string, Member>();
  #own = NOTHING;
  #timer: unknown;

  constructor(options: MeshOptions) {
    this.#options = options;
    this.#measure();
  }

  get peers(): PeerState[] {
    return [...this.#members.values()].map(({ link, plan, quality, strained }) => ({
      peer: link.peer,
      link: link.state,
      quality: link.state === 'live' ? quality : 'lost',
      sends: link.theirs,
      isVideoHeldBack: budget(this.#members.size, strained.strain).video.bitsPerSecond === 0,
      // Whom one is not to hear is not handed out, neither to be played nor to be recorded.
      audio: plan.hear ? link.incoming('audio') : undefined,
      video: plan.hear && link.theirs.video ? link.incoming('video') : undefined,
      screen: plan.hear && link.theirs.screen ? link.incoming('screen') : undefined,
    }));
  }

  follow(plan: Plan): void {
    for (const [peer, { link }] of this.#members) {
      if (Object.hasOwn(plan, peer)) continue;
      this.#members.delete(peer);
      link.close();
    }
    for (const [peer, wanted] of Object.entries(plan)) {
      const member = this.#members.get(peer) ?? this.#invite(peer, wanted);
      member.plan = wanted;
      this.#send(member);
    }
    this.#limit();
    this.#options.changed();
  }

  use(own: Own): void {
    this.#own = own;
    for (const member of this.#members.values()) this.#send(member);
  }

  /** The network is another one. */
  recover(): void {
    for (const { link } of this.#members.values()) link.recover();
  }

  close(): void {
    this.#options.surroundings.clock.clearTimeout(this.#timer);
    for (const { link } of this.#members.values()) link.close();
    this.#members.clear();
  }

  #invite(peer: string, plan: PeerPlan): Member {
    const { changed, me, signalling, iceServers, surroundings } = this.#options;
    const limits = budget(this.#members.size + 1, 0);
    const member = new Member(new Link({ me, peer, signalling, iceServers, surroundings, limits, listener: { changed } }), plan);
    this.#members.set(peer, member);
    return member;
  }

  #send({ plan, link, strained }: Member): void {
    const { microphone, camera, screen, hold, isMuted } = this.#own;
    const limits = budget(this.#members.size, strained.strain);
    const may = (isWanted: boolean, track: MediaStreamTrack | undefined, bits: number): MediaStreamTrack | null =>
      isWanted && bits > 0 ? (track ?? null) : null;
    const tracks: Tracks = {
      audio: plan.hold ? (hold ?? null) : may(plan.audio && !isMuted, microphone, limits.audio.bitsPerSecond),
      video: may(plan.video, camera, limits.video.bitsPerSecond),
      screen: may(plan.screen, screen, limits.screen.bitsPerSecond),
    };
    const sends: Sends = {
      ...SENDS_NOTHING,
      audio: tracks.audio !== null && !plan.hold,
      video: tracks.video !== null,
      screen: tracks.screen !== null,
      hold: plan.hold,
    };
    link.send(tracks, sends);
  }

  #limit(): void {
    for (const { link, strained } of this.#members.values()) link.limit(budget(this.#members.size, strained.strain));
  }

  #measure(): void {
    const { clock } = this.#options.surroundings;
    this.#timer = clock.setTimeout(() => {
      void Promise.all([...this.#members.values()].map((member) => this.#look(member)));
      this.#measure();
    }, LOOK);
  }

  async #look(member: Member): Promise<void> {
    const { link, measure, strained } = member;
    const report = link.state === 'live' ? await link.stats() : undefined;
    if (!report || this.#members.get(link.peer) !== member) return;
    const measured = measure.take(report);
    const quality = qualityOf(measured);
    const isStrained = strained.look(measured);
    if (isStrained) {
      link.limit(budget(this.#members.size, strained.strain));
      this.#send(member);
    }
    if (!isStrained && quality === member.quality) return;
    member.quality = quality;
    this.#options.changed();
  }
}
