import { msg } from '@lit/localize';
import type { AgentState } from '@deskbell/client/agent.js';

/** Whether the agent may have masked values of that conversation revealed, as the relay decides it; where not, a sentence says who may. */
export function whyNoReveal({ desk, person, views }: AgentState, conversation: string): string | undefined {
  const by = desk?.reveal.by ?? 'everyone';
  if (typeof by !== 'string')
    return person && by.includes(person.id) ? undefined : msg('Only those whom your admins have named can see what is masked.');
  if (person && person.role !== 'agent') return undefined;
  if (by === 'supervisors') return msg('Only supervisors can see what is masked.');
  const isOwn = person !== undefined && views.get(conversation)?.log.summary.agent?.id === person.id;
  return isOwn ? undefined : msg('Only whoever has this conversation, and supervisors, can see what is masked.');
}
