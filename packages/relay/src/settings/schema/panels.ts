import { SANDBOX, panelOrigin } from '@deskbell/protocol/panels.js';
import { CONVERSATION_PLACES, placesIn } from '@deskbell/protocol/places.js';
import { key } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { name } from './basics.js';

const strangersIn = (url: string): string[] => placesIn(url).filter((place) => !(CONVERSATION_PLACES as readonly string[]).includes(place));

const panel = v.strictObject({
  id: key,
  name,
  url: v.pipe(
    v.string(),
    v.maxLength(2_000, 'is longer than 2000 characters'),
    v.check((url) => panelOrigin(url) !== undefined, 'has to be https (http on localhost) with an origin that is not left open'),
    v.check(
      (url) => strangersIn(url).length === 0,
      ({ input }) => `leaves open ${strangersIn(input).join(', ')}, which nothing fills (there are ${CONVERSATION_PLACES.join(', ')})`,
    ),
  ),
  /** Without `allow-same-origin` the page cannot be told from others, and is told nothing. */
  sandbox: v.optional(v.array(v.picklist(SANDBOX, `is none of ${SANDBOX.join(', ')}`)), [
    'allow-scripts',
    'allow-same-origin',
    'allow-forms',
  ]),
});

/** Pages of the workspace's own beside the conversation. */
export const panelsSchema = v.pipe(v.array(panel), v.maxLength(20, 'has more than 20 panels'));
