import type { Down, MirrorSide } from '@deskbell/protocol/cobrowse.js';
import { stringify } from '../json.js';
import { agree, digestOf, makeOffer, type Agreement, type Offer } from './agreement.js';
import { fromText, readSignal, toText, type Signal } from './signal.js';

export type Met = Extract<Down, { type: 'met' }>;

export interface MeetingOptions {
  readonly met: Met;
  readonly side: MirrorSide;
  readonly session: string;
  /** The meeting that what this side has in common with somebody began with, where it is still there. */
  readonly had: string | undefined;
  readonly say: (signal: string) => void;
}

/** What comes of it: the two go on with what they have in common, or have agreed on something new, or could not. */
export type Outcome = 'goes-on' | 'failed' | Agreement;

/** How two who met agree: whoever is first says the digest of a key, the other says theirs, and the first shows the key that the digest is of. */
export class Meeting {
  readonly #options: MeetingOptions;
  #offer: Offer | undefined;
  #digest: string | undefined;

  constructor(options: MeetingOptions) {
    this.#options = options;
  }

  async begin(): Promise<void> {
    const { met, had } = this.#options;
    if (!met.first) return;
    this.#offer = await makeOffer();
    this.#say({ had, digest: toText(await digestOf(this.#offer.own)) });
  }

  /** Returns what came of it, once something has. */
  async hear(text: string): Promise<Outcome | undefined> {
    const { met, had } = this.#options;
    const signal = readSignal(text);
    // What was said at an earlier meeting may come late.
    if (signal?.meeting !== met.meeting) return undefined;
    const goesOn = had !== undefined && signal.had === had;
    if (met.first) {
      if (goesOn) return 'goes-on';
      if (this.#offer) this.#say({ key: toText(this.#offer.own) });
    } else if (signal.digest !== undefined) {
      this.#digest = signal.digest;
      this.#offer = await makeOffer();
      this.#say({ had, key: toText(this.#offer.own) });
      return goesOn ? 'goes-on' : undefined;
    }
    return this.#agreeOn(fromText(signal.key ?? ''));
  }

  async #agreeOn(theirs: Uint8Array<ArrayBuffer> | undefined): Promise<Outcome> {
    const { met, side, session } = this.#options;
    if (!theirs || !this.#offer) return 'failed';
    if (!met.first && toText(await digestOf(theirs)) !== this.#digest) return 'failed';
    return agree(this.#offer, theirs, side, `deskbell co-browse ${session} ${met.meeting}`).catch(() => 'failed');
  }

  #say(signal: Omit<Signal, 'meeting'>): void {
    this.#options.say(stringify({ ...signal, meeting: this.#options.met.meeting }));
  }
}
