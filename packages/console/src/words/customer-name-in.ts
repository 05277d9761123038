import type { AgentState } from '@deskbell/client/agent.js';
import { summaryIn } from '../standing.js';

/** The name of a chat's customer; empty where there is no chat, or they gave none. */
export const customerNameIn = (desk: AgentState | undefined, conversation: string | null): string =>
  (desk && conversation !== null ? summaryIn(desk, conversation)?.customer.name : undefined) ?? '';
