import { randomBytes } from 'node:crypto';
import type { Deps } from '../deps.js';
import { topics, type Envelope, type PeerGrant, type PeerSaid, type Subscriber } from '../hub/hub.js';

/** How long a token is good, ms. */
export const TOKEN_LASTS = 30_000;
/** How long another relay may take to say whom a token is for, ms. */
const ANSWER = 5_000;

// A token is shown at any relay, and only the one that gave it knows whom it is for: so it is good once without anything being saved.
const TOKEN = /^([\da-f-]{36})\.([\w-]{43})$/;

interface Kept {
  readonly grant: PeerGrant;
  readonly until: number;
}

interface Asked {
  readonly settle: (grant: PeerGrant | undefined) => void;
  readonly until: number;
}

/** Tokens with which browsers come to the signalling of PeerJS: for one peer, good once, and not for long. */
export class PeerPasses implements Subscriber {
  readonly #hub: Deps['hub'];
  readonly #now: Deps['now'];
  readonly #newId: Deps['newId'];
  /** This relay's own. */
  readonly #id: string;
  readonly #kept = new Map<string, Kept>();
  readonly #asked = new Map<string, Asked>();

  constructor({ hub, now, newId }: Pick<Deps, 'hub' | 'now' | 'newId'>) {
    this.#hub = hub;
    this.#now = now;
    this.#newId = newId;
    this.#id = newId();
  }

  start(): void {
    this.#hub.subscribe(topics.peer(this.#id), this);
  }

  stop(): void {
    this.#hub.unsubscribe(topics.peer(this.#id), this);
    for (const { settle } of this.#asked.values()) settle(undefined);
    this.#asked.clear();
  }

  give(grant: PeerGrant): string {
    const token = `${this.#id}.${randomBytes(32).toString('base64url')}`;
    this.#kept.set(token, { grant, until: this.#now() + TOKEN_LASTS });
    return token;
  }

  /** Undefined where the token is none of this peer's, or not good any more. */
  async take(id: string, token: string): Promise<PeerGrant | undefined> {
    const relay = TOKEN.exec(token)?.[1];
    if (relay === undefined) return undefined;
    const grant = relay === this.#id ? this.#redeem(token) : await this.#askFor(relay, token);
    return grant?.id === id ? grant : undefined;
  }

  deliver({ told }: Envelope): void {
    if (told.kind !== 'peer') return;
    const { said } = told;
    if (said.type === 'asked') {
      this.#say(said.relay, { type: 'answered', ask: said.ask, grant: this.#redeem(said.token) ?? null });
    } else if (said.type === 'answered') {
      this.#asked.get(said.ask)?.settle(said.grant ?? undefined);
      this.#asked.delete(said.ask);
    }
  }

  /** Forgets what is too old. Called about once a second. */
  check(now: number): void {
    for (const [token, { until }] of this.#kept) if (until <= now) this.#kept.delete(token);
    for (const [ask, { until, settle }] of this.#asked) {
      if (until > now) continue;
      this.#asked.delete(ask);
      settle(undefined);
    }
  }

  #redeem(token: string): PeerGrant | undefined {
    const kept = this.#kept.get(token);
    this.#kept.delete(token);
    return kept && kept.until > this.#now() ? kept.grant : undefined;
  }

  #askFor(relay: string, token: string): Promise<PeerGrant | undefined> {
    const ask = this.#newId();
    return new Promise((settle) => {
      this.#asked.set(ask, { settle, until: this.#now() + ANSWER });
      this.#say(relay, { type: 'asked', ask, token, relay: this.#id });
    });
  }

  #say(relay: string, said: PeerSaid): void {
    this.#hub.publish(topics.peer(relay), { kind: 'peer', said });
  }
}
