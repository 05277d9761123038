import type { Command, CommandOf, CommandType } from '@deskbell/protocol/commands.js';
import { isOpen } from '@deskbell/protocol/conversation.js';
import { sealedFor } from '@deskbell/protocol/forms.js';
import type { Person } from '@deskbell/protocol/people.js';
import { summaryFor, seenBy } from '@deskbell/protocol/projection.js';
import { sideOf } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { newId } from '../ids.js';
import { formAnswered, formSent, sentForm, surveyAnswered, surveyPlanned, surveySent } from './simulated-asking.js';
import type { NewEvent, SimulatedLog } from './simulated-log.js';
import type { SimulatedConnection } from './simulated-connection.js';
import { route } from './simulated-routing.js';
import type { SimulatedRelay } from './simulate-relay.js';

type Perform<T extends CommandType> = (
  relay: SimulatedRelay,
  connection: SimulatedConnection,
  person: Person,
  command: CommandOf<T>,
) => void;

const PAGE = 50;

const named = ({ id, name }: Person) => ({ id, name });
const author = ({ id, name, role }: Person) => ({ id, name, role });

/** Saves what a command leads to and tells it; where it was performed before, only its asker is told. */
const record = (relay: SimulatedRelay, connection: SimulatedConnection, log: SimulatedLog, event: NewEvent) => {
  const { event: saved, again } = log.append(event, relay.clock.now());
  if (again) connection.tellLogged(saved);
  else relay.tell(log, saved);
};

const readable = (relay: SimulatedRelay, person: Person, id: string): SimulatedLog => {
  const log = relay.logs.get(id);
  if (!log?.mayRead(person)) throw new RelayError('not-found');
  return log;
};

const routed = (relay: SimulatedRelay, _connection: SimulatedConnection, person: Person, command: Parameters<typeof route>[2]): void => {
  route(relay, person, command);
};

/** What the simulated relay does with each command; those of the handshake are the connection's. */
const PERFORM: { [T in Exclude<CommandType, 'session.open' | 'session.renew' | 'ping'>]: Perform<T> } = {
  'conversation.start': (relay, connection, person, command) => {
    if (person.role !== 'customer') throw new RelayError('wrong-role');
    const open = relay.openOf(person.id);
    if (open && open.summary.id !== command.conversation)
      throw new RelayError('already-open', undefined, { conversation: open.summary.id });
    const customer = { id: person.id, name: command.name ?? person.name };
    const log = relay.log(command.conversation, customer);
    connection.followed.add(command.conversation);
    const { email, answers, page } = command;
    const started = { type: 'conversation.started', id: command.id, by: author(person), customer, queue: relay.queue } as const;
    record(relay, connection, log, {
      ...started,
      ...(email && { email }),
      ...(answers && { answers }),
      ...(page && { page }),
      ...(relay.site.bot && { bot: relay.site.bot.name }),
    });
    relay.tellPlaces();
  },
  'conversation.follow': (relay, connection, person, { conversation, after }) => {
    const log = readable(relay, person, conversation);
    const side = sideOf(person.role);
    connection.followed.add(conversation);
    const events = log.after(after, relay.window).map((event) => seenBy(side, event));
    connection.send({ type: 'conversation.opened', conversation: summaryFor(side, log.summary), events });
    relay.tellPlaces();
  },
  'conversation.unfollow': (_relay, connection, _person, { conversation }) => {
    connection.followed.delete(conversation);
  },
  'history.fetch': (relay, connection, person, { conversation, before, limit }) => {
    const log = readable(relay, person, conversation);
    const events = log.before(before, limit ?? PAGE).map((event) => seenBy(sideOf(person.role), event));
    connection.send({ type: 'history.fetched', conversation, before, events });
  },
  'message.send': (relay, connection, person, { id, conversation, text, marks, attachments }) => {
    const log = readable(relay, person, conversation);
    const known = log.find(id, 'message.sent');
    if (!known && !log.mayWrite(person)) throw new RelayError('wrong-phase');
    const files = attachments && !known && { attachments: relay.files.take(person, attachments) };
    record(relay, connection, log, { type: 'message.sent', id, by: author(person), text, ...(marks && { marks }), ...files });
  },
  'form.send': (relay, connection, person, command) => {
    record(relay, connection, readable(relay, person, command.conversation), formSent(relay.asked, author(person), command));
  },
  'form.report': (relay, connection, person, { conversation, form, filled }) => {
    const { length: of } = sentForm(readable(relay, person, conversation), form).form.fields;
    relay.tellLive(conversation, { type: 'form.reported', conversation, form, filled, of }, connection);
  },
  'form.answer': (relay, connection, person, command) => {
    const log = readable(relay, person, command.conversation);
    const take = () => relay.files.take(person, command.attachments ?? []);
    record(relay, connection, log, formAnswered(log, author(person), command, take));
    for (const [field, sealed] of Object.entries(command.sealed?.values ?? {}))
      relay.asked.sealed.set(sealedFor(command.conversation, command.form, field), sealed);
  },
  'survey.send': (relay, connection, person, command) => {
    const log = readable(relay, person, command.conversation);
    record(relay, connection, log, surveyPlanned(relay.asked, log, author(person), command));
  },
  'survey.answer': (relay, connection, person, command) => {
    const log = readable(relay, person, command.conversation);
    record(relay, connection, log, surveyAnswered(log, author(person), command));
  },
  'message.react': (relay, connection, person, { id, conversation, message, emoji }) => {
    const log = readable(relay, person, conversation);
    if (!log.find(id, 'message.reacted') && !log.mayWrite(person)) throw new RelayError('wrong-phase');
    if (log.events[message - 1]?.type !== 'message.sent') throw new RelayError('not-found');
    record(relay, connection, log, { type: 'message.reacted', id, by: author(person), message, emoji });
  },
  'message.read': (relay, _connection, person, { conversation, upTo }) => {
    const log = readable(relay, person, conversation);
    if (log.markRead(sideOf(person.role), upTo))
      relay.tellLive(conversation, { type: 'conversation.read', conversation, read: log.summary.read });
  },
  'typing.report': (relay, connection, person, { conversation, on }) => {
    readable(relay, person, conversation);
    relay.tellLive(conversation, { type: 'typing.changed', conversation, by: author(person), on }, connection);
  },
  'conversation.accept': (relay, connection, person, { id, conversation }) => {
    if (person.role === 'customer') throw new RelayError('wrong-role');
    // Who lost the race may not read it any longer, but is told that it is taken.
    const log = relay.logs.get(conversation);
    if (!log) throw new RelayError('not-found');
    const { offer } = log.summary;
    if (offer && offer.agent.id !== person.id) throw new RelayError('taken');
    if (!log.find(id, 'conversation.accepted') && log.summary.phase !== 'waiting')
      throw new RelayError(log.summary.phase === 'active' ? 'taken' : 'wrong-phase');
    connection.followed.add(conversation);
    record(relay, connection, log, { type: 'conversation.accepted', id, by: author(person), agent: named(person) });
    relay.tellPlaces();
  },
  'conversation.end': (relay, connection, person, { id, conversation }) => {
    const log = readable(relay, person, conversation);
    if (!log.find(id, 'conversation.ended') && !isOpen(log.summary.phase)) throw new RelayError('wrong-phase');
    record(relay, connection, log, { type: 'conversation.ended', id, by: author(person) });
    const survey = surveySent(relay.asked, log, relay.desk.queues[0]?.survey ?? null);
    if (survey) record(relay, connection, log, survey);
    relay.tellPlaces();
  },
  'conversation.dispose': (relay, connection, person, { id, conversation, disposition = null, description = '' }) => {
    const log = readable(relay, person, conversation);
    if (!log.find(id, 'conversation.disposed') && log.summary.phase !== 'wrapUp') throw new RelayError('wrong-phase');
    record(relay, connection, log, { type: 'conversation.disposed', id, by: author(person), disposition, description });
  },
  'person.ask': (relay, connection, person, { id, conversation }) => {
    const log = readable(relay, person, conversation);
    if (!log.find(id, 'bot.handed-over') && log.summary.phase !== 'bot') throw new RelayError('wrong-phase');
    record(relay, connection, log, { type: 'bot.handed-over', id, by: author(person), queue: relay.queue, passkey: 'KXR4TQ' });
    relay.tellPlaces();
  },
  'transcript.fetch': (relay, connection, person, { conversation }) => {
    const log = readable(relay, person, conversation);
    const id = `again ${String(log.events.length)}`;
    const by = { id: 'bot', name: 'Assistant', role: 'bot' } as const;
    if (relay.recalled) record(relay, connection, log, { type: 'transcript.fetched', id, by, messages: relay.recalled, collected: [] });
    else record(relay, connection, log, { type: 'transcript.missed', id, by, why: 'unreachable' });
  },
  'note.add': (relay, connection, person, { id, conversation, text }) => {
    const log = readable(relay, person, conversation);
    if (person.role === 'customer') throw new RelayError('wrong-role');
    if (log.summary.phase === 'waiting') throw new RelayError('wrong-phase');
    record(relay, connection, log, { type: 'note.added', id, by: author(person), text });
  },
  'engagement.set': (relay, connection, person, { id, conversation, engagement }) => {
    const log = readable(relay, person, conversation);
    if (log.summary.phase === 'waiting') throw new RelayError('wrong-phase');
    const isAgain = log.find(id, 'engagement.changed') !== undefined;
    if (engagement === 'completed' && !isAgain && !log.events.some(({ type }) => type === 'note.added')) throw new RelayError('not-noted');
    const ends = engagement === 'completed' && log.summary.phase === 'active';
    record(relay, connection, log, { type: 'engagement.changed', id, by: author(person), engagement });
    if (ends) record(relay, connection, log, { type: 'conversation.ended', id: newId(), by: author(person) });
  },
  'offer.reject': routed,
  'conversation.transfer': routed,
  'conversation.skill': routed,
  'conversation.snooze': routed,
  'conversation.wake': routed,
  'status.set': (relay, _connection, person, { status }) => {
    relay.setStatus(person.id, status);
  },
  'session.leave': (relay, _connection, person) => {
    const own = [...relay.logs.values()].some(({ summary }) => summary.agent?.id === person.id && summary.phase !== 'closed');
    if (own) throw new RelayError('still-busy');
    for (const connection of [...relay.connections]) if (connection.person?.id === person.id) connection.close('signed-out');
  },
  'listening.set': (relay, _connection, person, { on }) => {
    relay.setListening(person.id, on);
  },
};

/** Performs a command of an open session. Throws the RelayError with which it is refused. */
export function perform(relay: SimulatedRelay, connection: SimulatedConnection, person: Person, command: Command): void {
  if (command.type === 'ping') connection.send({ type: 'pong' });
  else if (command.type === 'session.renew') connection.send({ type: 'session.renewed', expires: relay.clock.now() + relay.tokenLife });
  else if (command.type === 'session.open') throw new RelayError('malformed', 'the session is open');
  else (PERFORM[command.type] as Perform<CommandType>)(relay, connection, person, command);
}
