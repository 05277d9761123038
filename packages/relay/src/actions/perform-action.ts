import { checkFields } from '@deskbell/protocol/check-fields.js';
import type { FieldValues } from '@deskbell/protocol/fields.js';
import type { AnswerEvent } from '@deskbell/protocol/events.js';
import type { Author, Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { answerText } from '../services/answer-text.js';
import { CallFault } from '../services/call-fault.js';
import type { CallOut } from '../services/call-out.js';
import { requestOf } from '../services/request-of.js';
import type { Deps } from '../deps.js';
import { mustAct } from '../domain/acting.js';
import { mustRead } from '../domain/permissions.js';
import { topics } from '../hub/hub.js';
import { tellRow } from '../routing/tell-row.js';
import type { ActionSettings } from '../settings/schema/actions.js';
import type { Changed, ConversationRow } from '../store/store.js';
import { settingsOf } from './settings-of.js';

/** An action that an agent asks for, with what they typed. */
export interface Asked {
  readonly conversation: string;
  /** Of the command: performed once, however often it comes. */
  readonly id: string;
  readonly action: string;
  readonly values: FieldValues;
}

type Outcome = Pick<AnswerEvent, 'ok' | 'text' | 'fault'>;

/** The largest answer of a service that is read, in bytes. */
const MAX_ANSWER = 64 * 1_024;

/** Of a log, how much is looked through for the answer to what was begun before. */
const BEHIND = 500;

/** Actions over the services of a workspace (INF 8, X1 to X6). */
export class ActionDesk {
  readonly #deps: Deps;
  readonly #call: CallOut;
  readonly #under = new Map<string, Promise<AnswerEvent | null>>();

  constructor(deps: Deps, call: CallOut) {
    this.#deps = deps;
    this.#call = call;
  }

  /** The answer as it stands in the log; null where another relay has begun the same and has no answer yet. `gone` ends the call. */
  async perform(person: Person, asked: Asked, gone: AbortSignal): Promise<AnswerEvent | null> {
    const { store } = this.#deps;
    const action = settingsOf(this.#deps, person.workspace).actions.find(({ id }) => id === asked.action);
    if (!action) throw new RelayError('malformed', 'action: there is none of that id');
    const row = mustRead(person, await store.conversation(person.workspace, asked.conversation));
    const { values, faults } = checkFields(action.fields, asked.values);
    if (Object.keys(faults).length > 0) throw new RelayError('malformed', 'values: some are not taken', { fields: faults });
    const key = `${asked.conversation}/${asked.id}`;
    const under =
      this.#under.get(key) ?? this.#begin(person, row, action, { ...asked, values }, gone).finally(() => this.#under.delete(key));
    this.#under.set(key, under);
    return under;
  }

  async #begin(person: Person, row: ConversationRow, action: ActionSettings, asked: Asked, gone: AbortSignal): Promise<AnswerEvent | null> {
    const { store, now, newId } = this.#deps;
    const { id, values } = asked;
    const { id: agent, name, role } = person;
    const by: Author = { id: agent, name, role };
    const request = requestOf(action, id, { conversation: row.id, customer: row.customer.id, queue: row.queue.id, agent, values });
    const begun = await store.changeConversation(person.workspace, row.id, id, (held) => {
      mustAct(person, held);
      return { row: {}, events: [{ type: 'action.started', id, at: now(), by, action: action.id, name: action.name }] };
    });
    if (begun.again) return this.#before(begun, person, id);
    this.#tell(begun);
    const outcome = await this.#outcome(action, {
      ...request,
      most: MAX_ANSWER,
      deadline: AbortSignal.timeout(action.timeoutSeconds * 1_000),
      cancelled: gone,
    });
    const answer = newId();
    const changed = await store.changeConversation(person.workspace, row.id, answer, () => ({
      row: {},
      events: [
        { type: 'action.performed', id: answer, at: now(), by, command: id, action: action.id, name: action.name, values, ...outcome },
      ],
    }));
    this.#tell(changed);
    return changed.events.find((event) => event.type === 'action.performed') ?? null;
  }

  async #outcome(action: ActionSettings, call: Parameters<CallOut>[0]): Promise<Outcome> {
    try {
      return { ok: true, text: answerText(action, await this.#call(call)) };
    } catch (fault) {
      if (!(fault instanceof CallFault)) throw fault;
      this.#deps.log.warn({ action: action.id, fault: fault.fault, status: fault.status }, 'an action had no answer');
      return { ok: false, fault: fault.fault, text: fault.status === undefined ? '' : String(fault.status) };
    }
  }

  /** What the command led to before. Throws `id-used` where it was another's. */
  async #before({ events: [started] }: Changed, { id: agent }: Person, command: string): Promise<AnswerEvent | null> {
    if (started?.type !== 'action.started' || started.by.id !== agent) throw new RelayError('id-used');
    const behind = await this.#deps.store.eventsAfter(started.conversation, started.seq, BEHIND);
    return (behind.find((event) => event.type === 'action.performed' && event.command === command) as AnswerEvent | undefined) ?? null;
  }

  #tell({ row, events }: Changed): void {
    for (const event of events) this.#deps.hub.publish(topics.conversation(row.id), { kind: 'logged', event });
    tellRow(this.#deps.hub, row, events);
  }
}
