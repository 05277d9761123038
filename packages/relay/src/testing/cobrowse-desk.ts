import type { TestContext } from 'node:test';
import type { BegunCobrowse, Cobrowse, CobrowsePass, CobrowseTicket } from '@deskbell/protocol/cobrowse.js';
import type { LogEvent } from '@deskbell/protocol/events.js';
import { v7 } from 'uuid';
import { topics, type Told } from '../hub/hub.js';
import { trail } from './cobrowse.js';
import { testRelay, type TestRelay, type TestRelayOptions } from './relay.js';
import { DESK, SHOP } from './settings.js';
import { agentToken } from './tokens.js';

/** What a request is made with: Ana's token from the desk where nothing else is said; undefined leaves it out. */
export interface Asking {
  readonly token?: string | undefined;
  readonly origin?: string | undefined;
  /** The address that the proxy tells. */
  readonly from?: string;
  readonly on?: TestRelay;
}

/** The answer to a request: what came, or the code of its refusal. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly retryAfter: number | undefined;
}

/** Co-browse over HTTP, as the two sides ask for it. */
export class CobrowseDesk {
  readonly relay: TestRelay;

  constructor(relay: TestRelay) {
    this.relay = relay;
  }

  async ask(method: string, path: string, body?: unknown, asking: Asking = {}): Promise<Answer> {
    const { on = this.relay, from } = asking;
    const token = 'token' in asking ? asking.token : await agentToken();
    const origin = 'origin' in asking ? asking.origin : DESK;
    const response = await fetch(`${on.url}/v1/cobrowse${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(origin !== undefined && { origin }),
        ...(from !== undefined && { 'x-forwarded-for': from }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answered = (await response.json()) as Record<string, unknown>;
    const error = answered.error as { code: string; detail: string; retryAfter?: number } | undefined;
    return { status: response.status, body: answered, code: error?.code, detail: error?.detail, retryAfter: error?.retryAfter };
  }

  async #must<T>(asked: Promise<Answer>): Promise<T> {
    const { status, body } = await asked;
    if (status !== 200) throw new Error(`answered ${String(status)}: ${JSON.stringify(body)}`);
    return body as T;
  }

  /** A session by a code, beside a chat where one is named. */
  withCode(conversation?: string, asking: Asking = {}): Promise<Required<BegunCobrowse>> {
    return this.#must(this.ask('POST', '', { id: v7(), by: 'code', conversation }, asking));
  }

  inChat(conversation: string, id = v7()): Promise<BegunCobrowse> {
    return this.#must(this.ask('POST', '', { id, by: 'chat', conversation }));
  }

  /** Somebody on the shop's page types a code. */
  type(code: unknown, asking: Asking = {}, siteKey = 'shop'): Promise<Answer> {
    return this.ask('POST', '/redeem', { siteKey, code }, { token: undefined, origin: SHOP, ...asking });
  }

  redeem(code: string): Promise<CobrowseTicket> {
    return this.#must(this.type(code));
  }

  answer(id: string, token: string, allowed = true, asking: Asking = {}): Promise<Answer> {
    return this.ask('POST', `/${id}/answer`, { allowed }, { token, origin: SHOP, ...asking });
  }

  allow(id: string, token: string): Promise<CobrowseTicket> {
    return this.#must(this.answer(id, token));
  }

  pass(id: string, asking: Asking = {}): Promise<Answer> {
    return this.ask('POST', `/${id}/pass`, undefined, asking);
  }

  /** The pass of the customer's side. */
  passOf({ session, ticket }: CobrowseTicket): Promise<CobrowsePass> {
    return this.#must(this.pass(session.id, { token: ticket, origin: SHOP }));
  }

  end(id: string, asking: Asking = {}): Promise<Answer> {
    return this.ask('POST', `/${id}/end`, undefined, asking);
  }

  async live(): Promise<Cobrowse[]> {
    return (await this.#must<{ sessions: Cobrowse[] }>(this.ask('GET', ''))).sessions;
  }

  /** A session that was allowed by a code. */
  async allowed(): Promise<CobrowseTicket> {
    const { code } = await this.withCode();
    const { session, ticket } = await this.redeem(code);
    return this.allow(session.id, ticket);
  }

  /** What the audit trail has, in a word each. */
  async whats(): Promise<string[]> {
    return (await trail(this.relay.store)).map(({ what }) => what.replace('cobrowse.', ''));
  }

  /** The events of a chat that co-browse has left. */
  async logged(conversation: string): Promise<LogEvent[]> {
    return (await this.relay.store.eventsAfter(conversation, 0, 100)).filter(({ type }) => type.startsWith('cobrowse.'));
  }

  /** Everything that both sides of a session are told from now on. */
  told(id: string, on: TestRelay = this.relay): string[] {
    const states: string[] = [];
    const deliver = ({ told }: { readonly told: Told }): void => {
      if (told.kind === 'cobrowse') states.push([told.session.state, ...(told.session.end ? [told.session.end] : [])].join(' '));
    };
    on.hub.subscribe(topics.cobrowse(id), { deliver });
    return states;
  }
}

export const cobrowseDesk = async (t: TestContext, options: TestRelayOptions = {}): Promise<CobrowseDesk> =>
  new CobrowseDesk(await testRelay(t, options));
