import type { FieldValues } from '@deskbell/protocol/fields.js';
import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { json, refusal } from './simulated-answers.js';
import { nextId } from './scenes.js';
import { cobrowseOf } from './simulated-cobrowse.js';
import { formsOf, revealed } from './simulated-forms.js';
import { destinationsIn } from './simulated-desk.js';
import type { Outcome, SimulatedRelay } from './simulate-relay.js';
import { shownOf } from './simulated-showing.js';

const PAGE = 20;

interface CustomerBody {
  readonly token?: string;
  /** In place of a signed JWT: `{"sub", "name"}` as JSON. */
  readonly identity?: string;
}

function makeCustomer(relay: SimulatedRelay, { token, identity }: CustomerBody): Response {
  const before = token === undefined ? undefined : relay.readToken(token);
  const said = identity === undefined ? undefined : (JSON.parse(identity) as { sub: string; name: string });
  const person: Person = said ? { ...relay.newCustomer(said.name), id: said.sub } : (before ?? relay.newCustomer());
  // The anonymous customer becomes the identified one, and the open conversation comes along.
  const open = said && before && relay.openOf(before.id);
  if (open) open.summary = { ...open.summary, customer: { id: person.id, name: person.name } };
  return json({
    token: relay.tokenFor(person),
    expires: relay.clock.now() + relay.tokenLife,
    customer: { id: person.id, name: person.name },
  });
}

function eventsPage(relay: SimulatedRelay, conversation: string, query: URLSearchParams): Response {
  const events = relay.logs.get(conversation)?.events.filter(({ seq }) => seq < Number(query.get('before')));
  return events ? json({ events: events.slice(-Number(query.get('limit'))) }) : refusal(new RelayError('not-found'));
}

function closedPage(relay: SimulatedRelay, query: URLSearchParams): Response {
  const search = (query.get('search') ?? '').toLowerCase();
  const from = Number(query.get('page') ?? 0);
  const contains = (text: string) => text.toLowerCase().includes(search);
  const customer = query.get('customer');
  const closed = [...relay.logs.values()].filter(
    ({ summary }) => summary.phase === 'closed' && (customer === null || summary.customer.id === customer),
  );
  const found = closed.filter(
    ({ summary, events }) =>
      contains(summary.customer.name) || events.some((event) => event.type === 'message.sent' && contains(event.text)),
  );
  const rows = found.map(({ summary }) => summary).sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
  return json({ conversations: rows.slice(from, from + PAGE), next: from + PAGE < rows.length ? String(from + PAGE) : null });
}

function notesPage(relay: SimulatedRelay, customer: string, query: URLSearchParams): Response {
  const logs = [...relay.logs.values()].filter(({ summary }) => summary.customer.id === customer);
  if (logs.length === 0) return refusal(new RelayError('not-found'));
  const notes = logs.flatMap(({ events }) => events.filter((event) => event.type === 'note.added')).sort((a, b) => b.at - a.at);
  const from = Number(query.get('page') ?? 0);
  return json({ notes: notes.slice(from, from + PAGE), next: from + PAGE < notes.length ? String(from + PAGE) : null });
}

/** Performs an action as `relay.service` answers it; till that settles, or whoever asked goes. */
async function performed(relay: SimulatedRelay, person: Person, conversation: string, { body, signal }: RequestInit): Promise<Response> {
  const { id, action, values } = JSON.parse(body as string) as { id: string; action: string; values: FieldValues };
  const log = relay.logs.get(conversation);
  const known = relay.desk.actions.find((each) => each.id === action);
  if (!log || !known) return refusal(new RelayError('not-found'));
  const by = { id: person.id, name: person.name, role: person.role };
  const begun = { type: 'action.started', id, by, action, name: known.name } as const;
  relay.tell(log, log.append(begun, relay.clock.now()).event);
  const gone = new Promise<Outcome>((resolve) =>
    signal?.addEventListener('abort', () => resolve({ ok: false, fault: 'cancelled', text: '' })),
  );
  const outcome = await Promise.race([relay.service(values), gone]);
  const { event } = log.append({ ...begun, type: 'action.performed', id: nextId(), command: id, values, ...outcome }, relay.clock.now());
  relay.tell(log, event);
  signal?.throwIfAborted();
  return json({ event });
}

/** The HTTP of the simulated relay, in the shape of `fetch`. */
export const simulatedFetch =
  (relay: SimulatedRelay): typeof fetch =>
  async (input, init = {}) => {
    await Promise.resolve();
    if (!relay.network.up) throw new TypeError('Failed to fetch');
    const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input);
    const refused = relay.takeRefusal(pathname);
    if (refused) return refusal(refused);
    if (pathname === '/v1/customers') return makeCustomer(relay, JSON.parse(init.body as string) as CustomerBody);
    if (pathname.startsWith('/v1/blobs/')) return relay.files.put(pathname, init);
    const bearer = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    const shown = shownOf(relay, bearer, pathname, init);
    if (shown) return shown;
    const person = relay.personOf(bearer);
    if (person && pathname.startsWith('/v1/files')) return relay.files.answer(person, pathname, init);
    if (!person || person.role === 'customer') return refusal(new RelayError('unauthorized'));
    if (pathname === '/v1/destinations') return json(destinationsIn(relay.desk, relay.colleagues, searchParams.get('search') ?? ''));
    const [, task] = /^\/v1\/ai\/(\w+)$/.exec(pathname) ?? [];
    if (task !== undefined) return relay.writing.begin(task, init.body as string, init.signal);
    const [, noted] = /^\/v1\/customers\/([^/]+)\/notes$/.exec(pathname) ?? [];
    if (noted !== undefined) return notesPage(relay, decodeURIComponent(noted), searchParams);
    const [, acted] = /^\/v1\/conversations\/([^/]+)\/actions$/.exec(pathname) ?? [];
    if (acted !== undefined) return performed(relay, person, acted, init);
    const [, sent, form] = /^\/v1\/conversations\/([^/]+)\/forms\/([^/]+)\/reveal$/.exec(pathname) ?? [];
    if (sent !== undefined && form !== undefined) return revealed(relay, person, { conversation: sent, form }, init);
    if (pathname.startsWith('/v1/cobrowse')) return cobrowseOf(relay, person, pathname, init);
    if (pathname.startsWith('/v1/forms')) return formsOf(relay, person, pathname, searchParams, init);
    if (pathname === '/v1/responses') return json({ version: relay.desk.responses ?? 'none', categories: relay.responses });
    const [, log] = /^\/v1\/conversations\/([^/]+)\/events$/.exec(pathname) ?? [];
    return log === undefined ? closedPage(relay, searchParams) : eventsPage(relay, log, searchParams);
  };
