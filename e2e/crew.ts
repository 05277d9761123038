import { setTimeout as wait } from 'node:timers/promises';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { v7 } from 'uuid';
import { AGENTS, type Agent, type Deed } from '../packages/relay/src/routing/testing/steps.js';
import type { Network } from './network.js';
import { AgentPage, CustomerBrowser, until } from './sessions.js';

type ToOne = Extract<Deed, { which: number }>;

/** A customer, and what they said in which conversation. */
export interface Visitor {
  readonly browser: CustomerBrowser;
  readonly said: { readonly conversation: string; readonly text: string }[];
}

/** When an agent was Away for certain, as far as is known; ms. */
export interface Absence {
  readonly agent: string;
  readonly since: number;
  until: number;
}

/** A second of a day by the injected clock is so long here, ms. */
const SECOND = 50;

/** What the relay would not have, or could not do just now, is part of the day. */
const heard = (asked: Promise<void>): Promise<void> =>
  asked.catch((error: unknown) => {
    if (!(error instanceof RelayError)) throw error;
  });

const isTalking = (phase: string | undefined): boolean => phase === 'waiting' || phase === 'active';

/** Customers and agents on real sessions, who do what a model's steps say. */
export class Crew {
  readonly visitors: Visitor[] = [];
  readonly desks = new Map<string, AgentPage>();
  /** What agents wrote. */
  readonly written: string[] = [];
  readonly absences: Absence[] = [];
  /** The conversations that an agent accepted, or tried to, by hand. */
  readonly taken = new Set<string>();

  private readonly ways: readonly Network[];
  /** Agents come, go and choose one after the other; what they do to conversations they may do at once. */
  private readonly busy = new Map<string, Promise<void>>();

  /** @param ways - Whoever comes takes the next of them. */
  constructor(ways: readonly Network[]) {
    this.ways = ways;
  }

  /** Whether everybody who is there has a connection. */
  get isConnected(): boolean {
    const sessions = [...this.visitors.map(({ browser }) => browser.session), ...[...this.desks.values()].map(({ session }) => session)];
    return sessions.every(({ state }) => state.connection.phase === 'open');
  }

  /** Settles when it was answered, whatever the answer. */
  perform(step: Deed): Promise<void> {
    switch (step.do) {
      case 'come':
        return this.come(step.site);
      case 'say':
      case 'leave':
        this.doAsCustomer(step);
        return Promise.resolve();
      case 'sign-in':
        return this.inTurn(step.by, () => this.signIn(step.by));
      case 'vanish':
        return this.inTurn(step.by, () => this.vanish(step.by));
      case 'sign-out':
        return this.inTurn(step.by, () => this.signOut(step.by));
      case 'choose':
        return this.inTurn(step.by, () => this.choose(step.by, step.status));
      default:
        return this.doToOne(step);
    }
  }

  /** Everybody comes, and is there for customers as soon as they may. */
  async open(): Promise<void> {
    await Promise.all(AGENTS.map((by) => this.perform({ do: 'sign-in', by })));
    await Promise.all(
      [...this.desks].map(async ([by, { session }]) => {
        // Nobody is told when login prep is over; the relay's clock is this machine's.
        await wait((session.state.status?.prepUntil ?? 0) - Date.now() + 1);
        await this.perform({ do: 'choose', by: by as Agent, status: 'available' });
      }),
    );
  }

  close(): void {
    for (const { browser } of this.visitors) browser.session.destroy();
    for (const { session } of this.desks.values()) session.destroy();
  }

  private way(index: number): Network {
    const way = this.ways[index % this.ways.length];
    if (!way) throw new Error('there is no way to any relay');
    return way;
  }

  private inTurn(by: Agent, run: () => Promise<void>): Promise<void> {
    const done = (this.busy.get(by) ?? Promise.resolve()).then(run);
    this.busy.set(by, done);
    return done;
  }

  private come(site: string): Promise<void> {
    const browser = new CustomerBrowser(this.way(this.visitors.length), site);
    this.visitors.push({ browser, said: [] });
    browser.session.start();
    return until(browser.session, ({ conversation }) => (conversation?.log.summary.seq ?? 0) > 0, 'the relay to know of the customer');
  }

  private doAsCustomer({ do: does, customer }: Extract<Deed, { customer: number }>): void {
    const visitor = this.visitors[customer % Math.max(this.visitors.length, 1)];
    const now = visitor?.browser.session.state.conversation?.log.summary;
    if (!visitor || !now || !isTalking(now.phase)) return;
    if (does === 'leave') return visitor.browser.session.end();
    const text = `${now.id} ${visitor.said.length}`;
    visitor.said.push({ conversation: now.id, text });
    visitor.browser.session.say(text);
  }

  private async signIn(by: Agent): Promise<void> {
    if (this.desks.has(by)) return;
    const page = new AgentPage(this.way(AGENTS.indexOf(by)), by);
    this.desks.set(by, page);
    page.session.connect();
    await until(page.session, ({ connection }) => connection.phase === 'open', `${by} to be signed in`);
  }

  private vanish(by: Agent): Promise<void> {
    this.desks.get(by)?.session.destroy();
    this.desks.delete(by);
    return Promise.resolve();
  }

  private async signOut(by: Agent): Promise<void> {
    const session = this.desks.get(by)?.session;
    await heard(session?.leave() ?? Promise.resolve());
    if (session?.state.connection.phase !== 'ended') return;
    this.desks.delete(by);
    this.beAway(by);
  }

  private async choose(by: Agent, status: 'available' | 'away'): Promise<void> {
    const session = this.desks.get(by)?.session;
    if (!session) return;
    const absence = this.absenceOf(by);
    if (absence && status === 'available') absence.until = Date.now();
    session.setStatus(status);
    // A choice has no answer of its own where it changes nothing; what is asked after it is answered after it.
    await heard(session.reject(v7()));
    if (session.state.connection.phase === 'open' && session.state.status?.chosen === 'away') this.beAway(by);
  }

  private absenceOf(by: Agent): Absence | undefined {
    return this.absences.find(({ agent, until }) => agent === by && until === Infinity);
  }

  private beAway(by: Agent): void {
    if (!this.absenceOf(by)) this.absences.push({ agent: by, since: Date.now(), until: Infinity });
  }

  private async doToOne(step: ToOne): Promise<void> {
    const session = this.desks.get(step.by)?.session;
    if (!session) return;
    const { offers, ongoing } = session.state;
    const own = [...offers, ...ongoing].map(({ id }) => id);
    const all = this.visitors.flatMap(({ browser }) => browser.session.state.conversation?.log.summary.id ?? []);
    const some = step.own && own.length > 0 ? own : all;
    const id = some[step.which % Math.max(some.length, 1)];
    if (id === undefined) return;
    if (step.do === 'accept') this.taken.add(id);
    await heard(this.ask(session, step, id));
  }

  private ask(session: AgentPage['session'], step: ToOne, id: string): Promise<void> {
    switch (step.do) {
      case 'write':
        return this.write(session, step.by, id);
      case 'snooze':
        return session.snooze(id, Date.now() + step.seconds * SECOND);
      case 'to-queue':
        return session.transfer(id, { queue: step.queue });
      case 'to-agent':
        return session.transfer(id, { agent: step.agent });
      case 'dispose':
        return session.dispose(id, 'resolved', '');
      default:
        return session[step.do](id);
    }
  }

  /** Whether it was delivered shows in time. */
  private write(session: AgentPage['session'], by: Agent, id: string): Promise<void> {
    const text = `${id} ${by} ${this.written.length}`;
    this.written.push(text);
    session.say(id, text);
    return Promise.resolve();
  }
}
