import { line } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { name, secret, whole } from './basics.js';

const isHttp = (value: string): boolean => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && !new URL(value).username;
const address = v.pipe(v.string(), v.check(isHttp, 'has to be an address with http or https, without a name and password in it'));

/** An AI agent over HTTP: one that has the conversation first (`url`), or one elsewhere that tells what was said to it (`transcriptUrl`). */
export const botSchema = v.pipe(
  v.strictObject({
    name,
    url: v.optional(address),
    transcriptUrl: v.optional(address),
    /** What requests are signed with (HMAC-SHA256). */
    secret,
    /** How long it has for one answer. */
    timeoutSeconds: v.optional(whole(1, 60), 10),
    /** What it says first, without being asked. */
    greeting: v.optional(line),
    /** Whether its address may be within one's own network. */
    allowPrivate: v.optional(v.boolean(), false),
  }),
  v.check(
    ({ url, transcriptUrl }) => (url === undefined) !== (transcriptUrl === undefined),
    'has to have a url or a transcriptUrl, not both',
  ),
);
export type BotSettings = v.InferOutput<typeof botSchema>;
