import { RelayError } from '@deskbell/protocol/refusals.js';
import { topics } from '../hub/hub.js';
import type { Action } from './action.js';

/** Shows, or takes away, the dots on the other side. Told and forgotten. */
export const reportTyping: Action<'typing.report'> = ({ hub }, caller, { conversation, on }) => {
  if (!caller.takesPart(conversation)) throw new RelayError('not-found', 'follow the conversation first');
  hub.publish(topics.conversation(conversation), {
    kind: 'typing',
    conversation,
    by: caller.author,
    side: caller.side,
    on,
    from: caller.id,
  });
};
