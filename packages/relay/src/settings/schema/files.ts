import * as v from 'valibot';
import { whole } from './basics.js';

const TYPE = /^[a-z]+\/(\*|[a-z0-9][a-z0-9.+-]{0,126})$/;

/** What may be attached. */
export const filesSchema = v.strictObject({
  /** The largest file. */
  maxMegabytes: v.optional(whole(1, 5_000), 20),
  /** The media types that are taken; empty for all but what is dangerous. */
  types: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.regex(TYPE, 'has to be like image/png, or image/*'))), v.maxLength(100, 'has more than 100 types')),
    [],
  ),
});
