import { key, text } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { isLast } from '../../domain/flows.js';

const step = v.variant('do', [
  v.strictObject({ do: v.literal('say'), text }),
  v.strictObject({ do: v.literal('form') }),
  v.strictObject({ do: v.literal('queue'), queue: key }),
  v.strictObject({ do: v.literal('survey') }),
  v.strictObject({ do: v.literal('end') }),
]);

/** What happens to a conversation for which nobody is there, as `domain/flows.ts` runs it. */
export const flowSchema = v.strictObject({
  id: key,
  steps: v.pipe(
    v.array(step),
    v.minLength(1, 'has no step'),
    v.maxLength(50, 'has more than 50 steps'),
    v.check((steps) => !steps.slice(0, -1).some(isLast), 'has steps behind one that moves or ends the conversation'),
  ),
});
