import type { CommandOf } from '@deskbell/protocol/commands.js';
import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { NewEvent, SimulatedLog } from './simulated-log.js';
import type { SimulatedRelay } from './simulate-relay.js';

type Routed = 'offer.reject' | 'conversation.transfer' | 'conversation.skill' | 'conversation.snooze' | 'conversation.wake';

/** The events that a command leads to. Throws the RelayError with which it is refused. */
type Decide<T extends Routed> = (relay: SimulatedRelay, person: Person, log: SimulatedLog, command: CommandOf<T>) => NewEvent[];

const author = ({ id, name, role }: Person) => ({ id, name, role });

const mustOwn = ({ summary }: SimulatedLog, person: Person): void => {
  if (summary.phase !== 'active' || summary.agent?.id !== person.id) throw new RelayError('wrong-phase');
};

/** What routing does with a conversation; nothing is given out by itself, that is for the script of a test or story. */
export const ROUTE: { [T in Routed]: Decide<T> } = {
  'offer.reject': (_relay, person, { summary }, { id }) => {
    if (summary.offer?.agent.id !== person.id) throw new RelayError('wrong-phase');
    return [{ type: 'offer.ended', id, by: author(person), agent: summary.offer.agent, why: 'rejected' }];
  },
  'conversation.transfer': (relay, person, log, { id, to, skills }) => {
    const { summary } = log;
    if (summary.phase !== 'waiting') mustOwn(log, person);
    const target = 'queue' in to ? relay.desk.queues.find((queue) => queue.id === to.queue) : undefined;
    const agent = 'agent' in to ? relay.colleagues.find((colleague) => colleague.id === to.agent) : undefined;
    if (!target && !agent) throw new RelayError('not-there');
    const { id: queue, name } = target ?? summary.queue;
    const by = author(person);
    const given = agent ? { id: agent.id, name: agent.name } : null;
    return [
      { type: 'conversation.transferred', id, by, queue: { id: queue, name }, agent: given },
      ...(skills ? [{ type: 'conversation.skilled' as const, id: `${id} skills`, by, skills }] : []),
    ];
  },
  'conversation.skill': (_relay, person, _log, { id, skills }) => [{ type: 'conversation.skilled', id, by: author(person), skills }],
  'conversation.snooze': (relay, person, log, { id, until }) => {
    mustOwn(log, person);
    if (log.summary.awaitingSince !== null) throw new RelayError('wrong-phase');
    if (until <= relay.clock.now()) throw new RelayError('malformed');
    return [{ type: 'conversation.snoozed', id, by: author(person), until }];
  },
  'conversation.wake': (_relay, person, log, { id }) => {
    mustOwn(log, person);
    return [{ type: 'conversation.woken', id, by: author(person), why: 'agent' }];
  },
};

/** Saves what a routing command leads to, and tells it. */
export function route(relay: SimulatedRelay, person: Person, command: CommandOf<Routed>): void {
  const log = relay.logs.get(command.conversation);
  if (!log) throw new RelayError('not-found');
  const events = (ROUTE[command.type] as Decide<Routed>)(relay, person, log, command);
  for (const event of events) relay.tell(log, log.append(event, relay.clock.now()).event);
  relay.tellPlaces();
}
