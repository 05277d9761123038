import { sealedFor, type SavedForm } from '@deskbell/protocol/forms.js';
import type { Person } from '@deskbell/protocol/people.js';
import { RelayError, type RefusalCode } from '@deskbell/protocol/refusals.js';
import { json, refusal } from './simulated-answers.js';
import type { SimulatedRelay } from './simulate-relay.js';

const bodyOf = ({ body }: RequestInit): unknown => JSON.parse(body as string);

const mayReveal = ({ desk, logs }: SimulatedRelay, { id, role }: Person, conversation: string): boolean => {
  const { by } = desk.reveal;
  if (typeof by !== 'string') return by.includes(id);
  return role !== 'agent' || (by === 'everyone' && logs.get(conversation)?.summary.agent?.id === id);
};

/** Reveals masked values, as the relay does: each time anew, and written down. */
export async function revealed(
  relay: SimulatedRelay,
  person: Person,
  { conversation, form }: { readonly conversation: string; readonly form: string },
  init: RequestInit,
): Promise<Response> {
  const { asked } = relay;
  const { id, fields, reason = '' } = bodyOf(init) as { id: string; fields: string[]; reason?: string };
  const refuse = (code: RefusalCode) => refusal(new RelayError(code));
  if (!mayReveal(relay, person, conversation)) return refuse('wrong-role');
  if (relay.desk.reveal.reason && !reason.trim()) return refuse('reason-needed');
  if (asked.reveals.some((reveal) => reveal.id === id)) return refuse('id-used');
  asked.reveals.push({ id, by: person.id, fields, reason });
  const values: Record<string, string> = {};
  for (const field of fields) {
    const place = sealedFor(conversation, form, field);
    const sealed = asked.sealed.get(place);
    if (!sealed) return refuse('erased');
    const value = await asked.open(sealed, place).catch(() => undefined);
    if (value === undefined) return refuse('tampered');
    values[field] = value;
  }
  init.signal?.throwIfAborted();
  return json({ values });
}

interface Saving {
  readonly version: number;
  readonly form: SavedForm;
}

function put(relay: SimulatedRelay, { version, form }: Saving): Response {
  const { asked } = relay;
  if (version !== asked.version) return refusal(new RelayError('stale'));
  const known = asked.forms.findIndex(({ id }) => id === form.id);
  const at = known < 0 ? asked.forms.length : known;
  const faults = asked.faults.map(({ path, reason }) => ({ path: `forms[${String(at)}].${path}`, reason }));
  if (faults.length > 0) return json({ error: { code: 'malformed', detail: 'the settings cannot be used', faults } }, 400);
  asked.forms.splice(at, 1, form);
  return changed(relay);
}

function changed(relay: SimulatedRelay): Response {
  const { asked } = relay;
  asked.version++;
  relay.changeDesk({ forms: asked.forms.map(({ id, name }) => ({ id, name })) });
  return json({ version: asked.version });
}

/** What admins make forms with. */
export function formsOf(relay: SimulatedRelay, person: Person, path: string, query: URLSearchParams, init: RequestInit): Response {
  const { asked } = relay;
  if (person.role !== 'admin') return refusal(new RelayError('wrong-role'));
  if (init.method === 'PUT') return put(relay, bodyOf(init) as Saving);
  if (init.method !== 'DELETE') return json({ version: asked.version, forms: asked.forms });
  const at = asked.forms.findIndex(({ id }) => path === `/v1/forms/${id}`);
  if (at < 0) return refusal(new RelayError('not-found'));
  if (Number(query.get('version')) !== asked.version) return refusal(new RelayError('stale'));
  asked.forms.splice(at, 1);
  return changed(relay);
}
