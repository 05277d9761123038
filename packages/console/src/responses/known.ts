import type { AgentState } from '@deskbell/client/agent.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { Placeholder } from '@deskbell/protocol/responses.js';

/** What is known to fill a response with; empty where nobody knows. */
export type Known = Readonly<Record<Placeholder, string>>;

const firstOf = (name: string): string => name.trim().split(/\s/)[0] ?? '';

/** What a conversation, and the desk it is answered at, fill a response with. */
export function knownIn(desk: AgentState | undefined, summary: ConversationSummary | undefined): Known {
  const [customer, agent] = [summary?.customer.name.trim() ?? '', desk?.person?.name.trim() ?? ''];
  return {
    'customer.name': customer,
    'customer.firstName': firstOf(customer),
    'agent.name': agent,
    'agent.firstName': firstOf(agent),
    'queue.name': summary?.queue.name ?? '',
    'workspace.name': desk?.desk?.workspace.name ?? '',
  };
}
