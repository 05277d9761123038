import { savedFormsSchema, type SavedForm, type SavedForms } from '@deskbell/protocol/forms.js';
import * as v from 'valibot';
import type { FormFault, SaveOutcome } from './agent.js';
import { askAs, sendAs, type BearerHttp } from './bearer-http.js';
import { bodyOf, refusalIn } from './http.js';

const savedSchema = v.object({ version: v.number() });

const faultsSchema = v.object({ error: v.object({ faults: v.array(v.object({ path: v.string(), reason: v.string() })) }) });

const pathOf = (form: string): string => `/v1/forms/${encodeURIComponent(form)}`;

export const fetchForms = (http: BearerHttp): Promise<SavedForms> => askAs(http, '/v1/forms', savedFormsSchema);

/** The relay says where in its settings a fault is: `forms[2].fields[0].pattern`. Whoever has one form knows which one. */
const within = ({ path, reason }: FormFault): FormFault => ({ path: path.replace(/^(?:forms\[\d+\]|form)\.?/, ''), reason });

export async function putForm(http: BearerHttp, version: number, form: SavedForm): Promise<SaveOutcome> {
  const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ version, form }) };
  const answer = await sendAs(http, pathOf(form.id), init);
  if (answer.status !== 400) return bodyOf(answer, savedSchema);
  const wrong = v.safeParse(
    faultsSchema,
    await answer
      .clone()
      .json()
      .catch(() => undefined),
  );
  if (!wrong.success) throw await refusalIn(answer);
  return { faults: wrong.output.error.faults.map(within) };
}

export async function deleteForm(http: BearerHttp, version: number, form: string): Promise<void> {
  const answer = await sendAs(http, `${pathOf(form)}?version=${String(version)}`, { method: 'DELETE' });
  if (!answer.ok) throw await refusalIn(answer);
}
