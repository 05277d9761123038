import assert from 'node:assert/strict';
import type { SeenEvent } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { texts } from '../packages/client/src/testing/texts.js';
import type { Network } from './network.js';
import { AgentPage, CustomerBrowser, until } from './sessions.js';

/** How two people reach the relay, or each a relay of their own. */
export interface Networks {
  readonly customer: Network;
  readonly agent: Network;
}

/** As a person does who is told that it did not work just now. */
const persist = (act: () => Promise<void>): Promise<void> =>
  act().catch((error: unknown) => {
    if (error instanceof RelayError && error.code === 'unavailable') return persist(act);
    throw error;
  });

/** A customer and an agent who are talking to each other. */
export class Talk {
  readonly customer: CustomerBrowser;
  readonly agent: AgentPage;
  id = '';

  private readonly networks: Networks;
  private readonly said = { customer: [] as string[], agent: [] as string[] };

  constructor(networks: Networks, agent = 'ana') {
    this.networks = networks;
    this.customer = new CustomerBrowser(networks.customer);
    this.agent = new AgentPage(networks.agent, agent);
  }

  async begin(): Promise<void> {
    this.agent.session.connect();
    this.customer.session.start({ name: 'Clara' });
    await until(this.customer.session, (state) => state.conversation?.log.summary.phase === 'waiting', 'a place in the queue');
    this.id = this.customer.session.state.conversation?.log.summary.id ?? '';
    await until(this.agent.session, ({ waiting }) => waiting.some(({ id }) => id === this.id), 'the customer in the tray');
    await persist(() => this.agent.session.accept(this.id));
    await until(this.agent.session, ({ views }) => views.has(this.id), 'the log of the conversation');
    await until(this.customer.session, (state) => state.conversation?.log.summary.phase === 'active', 'an agent');
  }

  sayAsCustomer(): void {
    const text = `customer ${this.said.customer.length + 1}`;
    this.said.customer.push(text);
    this.customer.session.say(text);
  }

  sayAsAgent(): void {
    const text = `agent ${this.said.agent.length + 1}`;
    this.said.agent.push(text);
    this.agent.session.say(this.id, text);
  }

  resend(): void {
    for (const { id, state } of this.agent.session.state.views.get(this.id)?.pending ?? []) {
      if (state === 'failed') this.agent.session.resend(this.id, id);
    }
  }

  /** Everything works again: waits until nothing is on its way any more, and both have the same to look at. */
  async settle(): Promise<void> {
    await Promise.all([this.networks.customer.mend(), this.networks.agent.mend()]);
    this.customer.page.sign('online');
    this.agent.page.sign('online');
    // The start, the acceptance, and what was said.
    const expected = 2 + this.said.customer.length + this.said.agent.length;
    const unsubscribe = this.agent.session.subscribe(() => this.resend());
    this.resend();
    await Promise.all([
      until(
        this.customer.session,
        ({ conversation }) => conversation?.pending.length === 0 && conversation.log.events.length >= expected,
        `the customer to have all ${expected} events`,
      ),
      until(
        this.agent.session,
        ({ views }) => views.get(this.id)?.pending.length === 0 && (views.get(this.id)?.log.events.length ?? 0) >= expected,
        `the agent to have all ${expected} events`,
      ),
    ]).catch((error: unknown) => {
      const { session } = this.agent;
      const sides = {
        customer: [this.customer.session.state.connection, texts(this.customer.session.state.conversation)],
        agent: [session.state.connection, texts(session.state.views.get(this.id))],
      };
      throw new Error(JSON.stringify(sides, null, 1), { cause: error });
    });
    unsubscribe();
  }

  check(): void {
    const seen = (events: readonly SeenEvent[] = []) => events.map((event) => (event.type === 'event.hidden' ? event.seq : event));
    const customers = this.customer.session.state.conversation?.log.events;
    const agents = this.agent.session.state.views.get(this.id)?.log.events;
    assert.deepEqual(seen(customers), seen(agents), 'both sides hold the same log');
    assert.deepEqual(
      agents?.map(({ seq }) => seq),
      agents?.map((_event, index) => index + 1),
      'without gap or repeat',
    );
    const texts = agents?.flatMap((event) => (event.type === 'message.sent' ? [event.text] : [])) ?? [];
    const by = (side: string) => texts.filter((text) => text.startsWith(side));
    // What an agent resends takes its new place at the end; a customer's messages keep their order whatever happens.
    assert.deepEqual(by('customer'), this.said.customer, 'every message of the customer once, in order');
    assert.deepEqual(by('agent').sort(), [...this.said.agent].sort(), 'every message of the agent once');
  }

  async end(): Promise<void> {
    await persist(() => this.agent.session.end(this.id));
    await persist(() => this.agent.session.dispose(this.id, 'resolved', ''));
  }

  leave(): void {
    this.customer.session.destroy();
    this.agent.session.destroy();
  }
}
