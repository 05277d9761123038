import { RelayError } from '@deskbell/protocol/refusals.js';
import * as v from 'valibot';

/** Checks a query. Throws `malformed` with the parameter and the reason. */
export function checked<S extends v.GenericSchema>(schema: S, query: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, query);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new RelayError('malformed', `${v.getDotPath(issue) ?? 'the query'} ${issue.message}`);
}
