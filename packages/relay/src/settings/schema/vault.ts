import * as v from 'valibot';
import { agentId } from './basics.js';

/** Who may have masked values of forms revealed, of those who may read a conversation, and whether they have to say why. */
export const vaultSchema = v.strictObject({
  /** `everyone`: whoever has the conversation, and supervisors and admins. */
  reveal: v.optional(
    v.union(
      [v.picklist(['everyone', 'supervisors']), v.pipe(v.array(agentId), v.maxLength(1_000, 'has more than 1,000 agents'))],
      'has to be everyone, supervisors, or a list of agents’ ids',
    ),
    'everyone',
  ),
  reason: v.optional(v.boolean(), false),
});
export type VaultSettings = v.InferOutput<typeof vaultSchema>;
