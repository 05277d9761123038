import type { FieldValues } from '@deskbell/protocol/fields.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { Recalled } from '@deskbell/protocol/bot.js';
import type { Command } from '@deskbell/protocol/commands.js';
import type { CloseName } from '@deskbell/protocol/closes.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import type { AnswerEvent, LogEvent, RelayEvent } from '@deskbell/protocol/events.js';
import type { Named, Person } from '@deskbell/protocol/people.js';
import { summaryFor } from '@deskbell/protocol/projection.js';
import { RelayError, type RefusalCode } from '@deskbell/protocol/refusals.js';
import type { Desk, Site } from '@deskbell/protocol/site.js';
import type { ResponseLibrary } from '@deskbell/protocol/responses.js';
import type { Status } from '@deskbell/protocol/status.js';
import type { AgentDestination } from '@deskbell/protocol/destinations.js';
import { VERSION } from '@deskbell/protocol/version.js';
import { systemClock, type Clock } from '../clock.js';
import type { OpenSocket } from '../socket.js';
import { DESK, SimulatedStatuses, faceOf } from './simulated-desk.js';
import { SimulatedConnection } from './simulated-connection.js';
import { simulatedFetch } from './simulated-http.js';
import { nothingAsked, type Asked } from './simulated-asking.js';
import { LIMITS, SimulatedFiles } from './simulated-files.js';
import { SimulatedLog } from './simulated-log.js';
import { SimulatedWriting } from './simulated-writing.js';
import { SimulatedNetwork } from './simulated-network.js';

/** What an action comes to. */
export type Outcome = Pick<AnswerEvent, 'ok' | 'text' | 'fault'>;

export interface SimulatedRelayOptions {
  readonly clock?: Clock;
  readonly site?: Partial<Site>;
  readonly desk?: Partial<Desk>;
  readonly network?: SimulatedNetwork;
}

/** A refusal that waits for the next command of that type, or the next request to that path. */
interface Refusal {
  readonly of: string;
  readonly error: RelayError;
}

const SITE: Site = {
  name: 'Harbour & Pine',
  greeting: 'Hello. What can we do for you?',
  usualReplyMinutes: 2,
  preChat: [],
  files: LIMITS,
};
/** A relay in memory that speaks the whole protocol: real sessions run against it in tests and stories, and it does what a script says. */
export class SimulatedRelay {
  readonly clock: Clock;
  readonly network: SimulatedNetwork;
  readonly logs = new Map<string, SimulatedLog>();
  readonly connections = new Set<SimulatedConnection>();
  /** Every command that arrived, in order. */
  readonly heard: Command[] = [];
  /** How many of the newest events a conversation is opened with. */
  window = 50;
  /** How long tokens are good, in ms. */
  tokenLife = 30 * 24 * 3_600_000;
  /** Tokens made before this moment are refused. */
  refusesBefore = 0;
  readonly site: Site;
  desk: Desk;
  /** How long waiting customers are told it takes. */
  wait: { low: number; high: number; sure: 'sure' | 'rough' } | undefined;
  readonly statuses = new SimulatedStatuses();
  /** What writes. */
  readonly writing = new SimulatedWriting();
  /** Whom a transfer may go to. */
  readonly colleagues: AgentDestination[] = [];
  /** What was said to an AI agent elsewhere; undefined while it cannot be fetched. */
  recalled: Recalled[] | undefined;
  /** The standard responses. */
  responses: ResponseLibrary['categories'] = [];
  readonly files = new SimulatedFiles();
  /** What customers can be asked to fill in. */
  readonly asked: Asked = nothingAsked();
  /** What a service answers to an action. */
  service: (values: FieldValues) => Promise<Outcome> = () => Promise.resolve({ ok: true, text: 'Done.' });
  readonly #refusals: Refusal[] = [];
  #customers = 0;
  #libraries = 0;

  constructor({ clock = systemClock, site, desk, network = new SimulatedNetwork() }: SimulatedRelayOptions = {}) {
    this.clock = clock;
    this.network = network;
    this.site = { ...SITE, ...site };
    this.desk = { ...DESK, ...desk };
  }

  get queue(): Named {
    const { id, name } = this.desk.queues[0] ?? { id: 'shop', name: 'Shop' };
    return { id, name };
  }

  /** What sessions open their sockets with. */
  get openSocket(): OpenSocket {
    return () => this.network.connect((far) => this.connections.add(new SimulatedConnection(this, far)));
  }

  get fetch(): typeof fetch {
    return simulatedFetch(this);
  }

  tokenFor(person: Person): string {
    return JSON.stringify({ ...person, made: this.clock.now() });
  }

  /** Whom a token was made for, whether it is still good or not. */
  readToken(token: string): Person | undefined {
    const { id, name, role, workspace } = JSON.parse(token) as Person;
    return { id, name, role, workspace };
  }

  personOf(token: string): Person | undefined {
    const { made } = JSON.parse(token) as { made: number };
    return made < this.refusesBefore || made + this.tokenLife <= this.clock.now() ? undefined : this.readToken(token);
  }

  newCustomer(name = 'Maya Lindqvist'): Person {
    return { id: `customer-${String(++this.#customers)}`, name, role: 'customer', workspace: this.desk.workspace.id };
  }

  /** The log of a conversation, which begins here where there is none yet. */
  log(id: string, customer: Named): SimulatedLog {
    const log = this.logs.get(id) ?? new SimulatedLog(id, customer, this.queue, this.clock.now());
    this.logs.set(id, log);
    return log;
  }

  openOf(customer: string): SimulatedLog | undefined {
    return [...this.logs.values()].find(({ summary }) => summary.customer.id === customer && isOpen(summary.phase));
  }

  /** Refuses the next command of that type, or the next request to that path (`/v1/customers`). */
  refuseNext(of: Command['type'] | `/${string}`, code: RefusalCode, more: ConstructorParameters<typeof RelayError>[2] = {}): void {
    this.#refusals.push({ of, error: new RelayError(code, undefined, more) });
  }

  takeRefusal(of: string): RelayError | undefined {
    const index = this.#refusals.findIndex((refusal) => refusal.of === of);
    return index < 0 ? undefined : this.#refusals.splice(index, 1)[0]?.error;
  }

  mayRefuse(command: Command): void {
    const error = this.takeRefusal(command.type);
    if (error) throw error;
  }

  /** Closes every socket, as a relay does that restarts (`restart`) or has had enough of its clients. */
  closeAll(name: CloseName): void {
    for (const connection of [...this.connections]) connection.close(name);
  }

  /** Chooses an agent's status, and tells them. */
  setStatus(agent: string, chosen: string): void {
    this.statuses.choose(agent, chosen);
    this.tellStatus(agent);
  }

  setListening(agent: string, on: boolean): void {
    this.setStatus(agent, on ? 'available' : 'away');
  }

  tellStatus(agent: string): void {
    const status = this.statusOf(agent);
    for (const connection of this.connections) {
      if (connection.person?.id !== agent) continue;
      connection.send({ type: 'status.changed', status });
      connection.send({ type: 'listening.changed', on: status.digital === 'available' });
    }
  }

  statusOf(agent: string): Status {
    const own = [...this.logs.values()].filter(({ summary }) => summary.agent?.id === agent && summary.phase === 'active');
    return this.statuses.of(agent, this.desk, own.filter(({ summary }) => summary.snoozedUntil === null).length);
  }

  /** An admin changes the settings. */
  changeDesk(change: Partial<Desk>): void {
    this.desk = { ...this.desk, ...change };
    for (const connection of this.connections) {
      if (connection.person && connection.person.role !== 'customer') connection.send({ type: 'desk.changed', desk: faceOf(this.desk) });
    }
  }

  /** An admin changes the standard responses. */
  changeResponses(categories: ResponseLibrary['categories']): void {
    this.responses = categories;
    this.changeDesk({ responses: categories.length === 0 ? null : `version ${String(++this.#libraries)}` });
  }

  /** Answers `session.open`. */
  opened(connection: SimulatedConnection, person: Person): void {
    const now = this.clock.now();
    const opened = {
      type: 'session.opened',
      version: VERSION,
      now,
      expires: now + this.tokenLife,
      person: { id: person.id, name: person.name, role: person.role },
    } as const;
    if (person.role === 'customer') {
      const open = this.openOf(person.id)?.summary ?? null;
      if (open) connection.followed.add(open.id);
      connection.send({ ...opened, site: this.site, conversation: open && summaryFor('customer', open) });
    } else {
      const status = this.statusOf(person.id);
      const rows = [...this.logs.values()].map(({ summary }) => summary);
      const tray = rows.filter((row) => row.phase === 'waiting' || (row.phase !== 'closed' && row.agent?.id === person.id));
      connection.send({ ...opened, desk: { ...this.desk, listening: status.digital === 'available' }, status, tray });
    }
  }

  /** Tells an event of a log to everyone who follows it, and its row to every agent. */
  tell(log: SimulatedLog, event: LogEvent): void {
    for (const connection of this.connections) {
      if (connection.followed.has(event.conversation)) connection.tellLogged(event);
      if (connection.person && connection.person.role !== 'customer') this.#tellRow(connection, connection.person, log.summary);
    }
  }

  #tellRow(connection: SimulatedConnection, { id, role }: Person, summary: ConversationSummary): void {
    const mayRead = summary.phase === 'waiting' || summary.phase === 'closed' || summary.agent?.id === id || role !== 'agent';
    if (mayRead) connection.send({ type: 'conversation.changed', conversation: summary });
    else connection.send({ type: 'conversation.left', conversation: summary.id, seq: summary.seq });
  }

  /** Tells something that is not saved to everyone who follows the conversation, but the one it came from. */
  tellLive(conversation: string, event: RelayEvent, from?: SimulatedConnection): void {
    for (const connection of this.connections) if (connection !== from && connection.followed.has(conversation)) connection.send(event);
  }

  tellPlaces(): void {
    const waiting = [...this.logs.values()]
      .filter(({ summary }) => summary.phase === 'waiting')
      .sort((a, b) => a.summary.waitingSince - b.summary.waitingSince);
    for (const [index, { summary }] of waiting.entries()) {
      for (const connection of this.connections) {
        if (connection.person?.id === summary.customer.id)
          connection.send({ type: 'queue.placed', conversation: summary.id, place: index + 1, ...(this.wait && { wait: this.wait }) });
      }
    }
  }
}

export const simulateRelay = (options: SimulatedRelayOptions = {}): SimulatedRelay => new SimulatedRelay(options);
