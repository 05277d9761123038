import { key } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { named, name } from './basics.js';

/** The outcomes that an agent chooses from. */
export const dispositionsSchema = v.strictObject({
  id: key,
  name,
  codes: v.pipe(v.array(named), v.minLength(1, 'has no code')),
  /** Whether wrap-up waits until one is chosen. */
  required: v.optional(v.boolean(), true),
});

export type Dispositions = v.InferOutput<typeof dispositionsSchema>;

/** What queues have that name no set of their own. */
export const STANDARD_DISPOSITIONS: Dispositions = {
  id: 'standard',
  name: 'Standard',
  codes: [
    { id: 'resolved', name: 'Resolved' },
    { id: 'abandoned', name: 'Abandoned' },
    { id: 'pending', name: 'Pending' },
  ],
  required: true,
};
