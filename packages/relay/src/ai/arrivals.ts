import { createHash } from 'node:crypto';
import type { LogEvent, LogEventOf, SummaryEvent } from '@deskbell/protocol/events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { topics } from '../hub/hub.js';
import { SYSTEM } from '../routing/system.js';
import { tellRow } from '../routing/tell-row.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import type { Change, ConversationRow, NewEvent } from '../store/store.js';
import type { Reading, Said } from './reader.js';
import { newestEvents, saidIn } from './said-in.js';

/** How long a model has for a summary before one is picked instead, ms. */
const MODEL_PATIENCE = 20_000;

/** When another relay takes a summary over that never came, ms: longer than one can take. */
const TAKEN_OVER = 60_000;

/** So many summaries of agents before are shown. */
const EARLIER = 5;

type Arrival = LogEventOf<'conversation.accepted'> | LogEventOf<'conversation.transferred'>;
type Job = Pick<ConversationRow, 'workspace' | 'id' | 'assignedAt'>;

const isArrival = (event: LogEvent): event is Arrival =>
  event.type === 'conversation.accepted' || (event.type === 'conversation.transferred' && event.agent !== null);

const isOngoing = ({ phase, agent }: ConversationRow): boolean => agent !== null && (phase === 'active' || phase === 'wrapUp');

/** Always the same for the same arrival, so that of two relays that make it one saves it. */
function idFor(arrival: string): string {
  const hex = createHash('sha256').update(`summary of ${arrival}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

const NOTHING: Change = { row: {}, events: [], timers: { summary: null } };

type ArrivalDeps = Pick<Deps, 'store' | 'hub' | 'directory' | 'log' | 'now' | 'newId' | 'ai' | 'writer'>;

/**
 * The summary that an agent finds when they get a conversation (INF 1). It is due from the moment they get it; whichever relay takes it makes it
 * beside everything else, and till it is saved it is due again later, for whoever is there then.
 */
export class Arrivals {
  readonly #deps: ArrivalDeps;
  readonly #jobs = new Map<string, Promise<void>>();
  readonly #ended = new AbortController();

  constructor(deps: ArrivalDeps) {
    this.#deps = deps;
  }

  /** Begins a summary that is due; settles when it is safe that somebody goes on where this relay does not. */
  async begin(workspace: string, conversation: string): Promise<void> {
    const { store, newId, now, directory } = this.#deps;
    const settings = directory.workspace(workspace);
    const { row } = await store.changeConversation(workspace, conversation, newId(), (found) =>
      settings?.ai.arrival && isOngoing(found) ? { row: {}, events: [], timers: { summary: now() + TAKEN_OVER } } : NOTHING,
    );
    const key = `${row.id} ${String(row.assignedAt)}`;
    if (!settings?.ai.arrival || !isOngoing(row) || this.#jobs.has(key) || this.#ended.signal.aborted) return;
    const job = this.#make(settings, row).finally(() => this.#jobs.delete(key));
    this.#jobs.set(key, job);
  }

  /** Settles when none is being made. */
  async idle(): Promise<void> {
    while (this.#jobs.size > 0) await Promise.all(this.#jobs.values());
  }

  /** Leaves what is being made to others. */
  async stop(): Promise<void> {
    this.#ended.abort();
    await this.idle();
  }

  async #make(settings: WorkspaceSettings, row: Job): Promise<void> {
    const { store, ai, log } = this.#deps;
    try {
      const events = await newestEvents(store, row.id);
      const arrival = events.findLast(isArrival);
      if (!arrival) return;
      const said = saidIn(events);
      const reading = await ai.reader.read({ said, intents: settings.ai.intents });
      const written = await this.#written(settings, said);
      if (this.#ended.signal.aborted) return;
      await this.#save(row, arrival, events, reading, written);
    } catch (fault) {
      // The database is away, or it is not theirs any more: it is due again, and void then.
      if (!(fault instanceof RelayError)) log.error({ err: fault }, `the summary of ${row.id} could not be made`);
    }
  }

  /** What a model makes of it; undefined where there is none, or it fails. */
  async #written(settings: WorkspaceSettings, said: readonly Said[]): Promise<string | undefined> {
    const { writer, log } = this.#deps;
    if (!writer || !settings.ai.summary || said.length === 0) return undefined;
    const signal = AbortSignal.any([this.#ended.signal, AbortSignal.timeout(MODEL_PATIENCE)]);
    try {
      let text = '';
      for await (const piece of writer.summarise(settings, said, signal)) text += piece;
      return text;
    } catch (fault) {
      if (!signal.aborted && !(fault instanceof RelayError)) throw fault;
      log.warn({ workspace: settings.id, why: (fault as Error).message }, 'a summary is picked, since no model wrote it');
      return undefined;
    }
  }

  async #save({ workspace, id, assignedAt }: Job, arrival: Arrival, events: readonly LogEvent[], reading: Reading, written?: string) {
    const { store, hub, now } = this.#deps;
    const earlier = events.filter((event): event is SummaryEvent => event.type === 'summary.added').slice(-EARLIER);
    const changed = await store.changeConversation(workspace, id, idFor(arrival.id), (row) => {
      // It is somebody else's by now, and theirs is due by itself.
      if (row.assignedAt !== assignedAt) return { row: {}, events: [] };
      if (!isOngoing(row) || !row.agent) return NOTHING;
      const event: NewEvent = {
        type: 'summary.added',
        id: idFor(arrival.id),
        at: now(),
        by: SYSTEM,
        text: written ?? reading.summary,
        madeBy: written === undefined ? 'extract' : 'model',
        intent: reading.intent,
        sentiment: reading.sentiment,
        of: arrival.seq,
        upTo: events.at(-1)?.seq ?? arrival.seq,
        agent: row.agent,
        queue: row.queue,
        waited: Math.max(0, (row.acceptedAt ?? row.waitingSince) - row.waitingSince),
        earlier: earlier.map(({ agent, at, text, madeBy }) => ({ agent, at, text, madeBy })),
      };
      return { row: {}, events: [event], timers: { summary: null } };
    });
    if (changed.again || changed.events.length === 0) return;
    for (const event of changed.events) hub.publish(topics.conversation(id), { kind: 'logged', event });
    tellRow(hub, changed.row, changed.events);
  }
}
