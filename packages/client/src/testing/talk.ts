import type { AgentSession } from '../agent.js';
import type { ConversationView } from '../conversation-view.js';
import type { CustomerSession } from '../customer.js';
import { ManualClock } from './manual-clock.js';
import { memoryStorage } from './memory-storage.js';
import { settle } from './settle.js';
import { SimulatedBrowser, type SimulatedTab } from './simulated-browser.js';
import { SimulatedNetwork } from './simulated-network.js';
import { SimulatedPage } from './simulated-page.js';
import { simulatedAgent, simulatedCustomer } from './simulated-sessions.js';
import { SimulatedRelay } from './simulate-relay.js';
import { Traffic } from './traffic.js';

interface OpenTab {
  readonly number: number;
  readonly tab: SimulatedTab;
  readonly session: CustomerSession;
}

const SECOND = 1_000;

/** A customer with several tabs and an agent who talk through a relay, while everything goes wrong that a schedule says. */
export class Talk {
  readonly clock = new ManualClock();
  readonly traffic = new Traffic();
  readonly relay = new SimulatedRelay({ clock: this.clock, network: new SimulatedNetwork(() => this.traffic.socket()) });
  /** What was said so far, by the tab that said it, and by the agent. */
  readonly said = new Map<string, string[]>();
  /** What the agent's page had not delivered when it was refreshed. */
  readonly given = new Set<string>();
  readonly #values = new Map<string, unknown>();
  readonly #browser = new SimulatedBrowser(() => this.traffic.line());
  /** The same ids in every run, so that a schedule that fails does so again. */
  readonly #newId = () => `00000000-0000-7000-8000-${(++this.#ids).toString(16).padStart(12, '0')}`;
  #ids = 0;
  #tabs: OpenTab[] = [];
  #opened = 0;
  #agent = this.#newAgent();

  /** The customer has come, the agent is there, and both are talking. */
  async begin(): Promise<void> {
    this.openTab();
    this.customerSays(0);
    await this.#drain();
    this.agentAccepts();
    await this.#drain();
  }

  get tabs(): readonly CustomerSession[] {
    return this.#tabs.map(({ session }) => session);
  }

  get agent(): AgentSession {
    return this.#agent;
  }

  get agentView(): ConversationView | undefined {
    return this.#agent.state.views.values().next().value;
  }

  openTab(): void {
    if (this.#tabs.length >= 4) return;
    const tab = this.#browser.tab();
    const session = simulatedCustomer(this.relay, {
      person: null,
      storage: memoryStorage(this.#values),
      tabs: tab,
      page: new SimulatedPage(),
      newId: this.#newId,
    });
    this.#tabs.push({ number: ++this.#opened, tab, session });
    session.connect();
  }

  closeTab(pick: number): void {
    const [closed] = this.#tabs.splice(pick % Math.max(1, this.#tabs.length), 1);
    closed?.session.destroy();
  }

  /** The tab is gone without a word. */
  crashTab(pick: number): void {
    const [crashed] = this.#tabs.splice(pick % Math.max(1, this.#tabs.length), 1);
    crashed?.tab.close();
    crashed?.session.destroy();
  }

  customerSays(pick: number): void {
    const tab = this.#tabs[pick % Math.max(1, this.#tabs.length)];
    if (tab) tab.session.say(this.#line(`tab ${String(tab.number)}`));
  }

  agentSays(): void {
    const conversation = this.#agent.state.ongoing[0];
    if (conversation?.phase === 'active') this.#agent.say(conversation.id, this.#line('agent'));
  }

  /** Accepts what waits, where something does. */
  agentAccepts(): void {
    const waiting = this.#agent.state.waiting[0];
    if (!waiting) return;
    // Refused where the connection is gone; then it is tried again with a later step.
    this.#agent.accept(waiting.id).catch(() => undefined);
  }

  agentResends(): void {
    for (const [id, { pending }] of this.#agent.state.views)
      for (const message of pending) if (message.state === 'failed') this.#agent.resend(id, message.id);
  }

  refreshAgent(): void {
    for (const { pending } of this.#agent.state.views.values()) for (const { text } of pending) this.given.add(text);
    this.#agent.destroy();
    this.#agent = this.#newAgent();
  }

  /** Lets everything work again, until nothing is to be done any longer and for some seconds after that, or two minutes are over. */
  async heal(): Promise<void> {
    this.relay.network.restore();
    if (this.#tabs.length === 0) this.openTab();
    // Whoever was told that their new token is not good either has ended, and is asked to come back.
    for (const session of [this.#agent, ...this.tabs]) session.connect();
    let after = 0;
    for (let round = 0; round < 120 && after < 5; round++) {
      await this.#drain();
      this.agentAccepts();
      this.agentResends();
      await this.#drain();
      await this.clock.advance(SECOND);
      after = this.#isDone() ? after + 1 : 0;
    }
  }

  /** Everyone is connected, has nothing to send, and has all that the relay has. */
  #isDone(): boolean {
    const isDone = (view: ConversationView | undefined) =>
      !view || (view.pending.length === 0 && view.log.summary.seq === this.relay.logs.get(view.log.summary.id)?.events.length);
    const people = [this.#agent.state, ...this.tabs.map(({ state }) => state)];
    return (
      people.every(({ connection }) => connection.phase === 'open') &&
      [this.agentView, ...this.tabs.map(({ state }) => state.conversation)].every(isDone)
    );
  }

  destroy(): void {
    for (const { session } of this.#tabs) session.destroy();
    this.#agent.destroy();
  }

  async #drain(): Promise<void> {
    await settle();
    while (!this.traffic.quiet) {
      this.traffic.deliver(0);
      await settle();
    }
  }

  #newAgent(): AgentSession {
    const agent = simulatedAgent(this.relay, { newId: this.#newId });
    agent.connect();
    return agent;
  }

  #line(who: string): string {
    const lines = this.said.get(who) ?? [];
    this.said.set(who, lines);
    lines.push(`${who}: ${String(lines.length + 1)}`);
    return lines.at(-1) ?? '';
  }
}
