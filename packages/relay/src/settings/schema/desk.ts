import * as v from 'valibot';
import { whole } from './basics.js';

/** Where a conversation may be transferred to, and what of its skills. */
export const transfersSchema = v.strictObject({
  to: v.optional(v.picklist(['queues', 'agents', 'both']), 'both'),
  enforceSkillMatch: v.optional(v.boolean(), false),
  modifySkills: v.optional(v.boolean(), false),
});

const A_MONTH = 43_200;

/** How long a conversation may be put aside: what the console offers, in minutes. */
export const snoozeSchema = v.strictObject({
  presets: v.optional(v.pipe(v.array(whole(1, A_MONTH)), v.maxLength(12, 'has more than 12 presets')), [15, 60, 240, 1_440]),
});
