import { msg } from '@lit/localize';
import type { AgentState } from '@deskbell/client/agent.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { NoteEvent, SeenEvent } from '@deskbell/protocol/events.js';
import type { Writing } from '../writing/writing-event.js';

/** Whether somebody may write a note in a conversation, as the relay decides it (its rule P13). */
export function mayNote(row: ConversationSummary | undefined, person: AgentState['person']): boolean {
  if (!row || !person) return false;
  if (person.role === 'supervisor' || person.role === 'admin' || row.phase === 'closed') return true;
  return row.phase !== 'waiting' && row.agent?.id === person.id;
}

/** What was fetched, and what was told since, each once and the newest first. */
export function newestFirst(fetched: readonly NoteEvent[], told: readonly SeenEvent[]): readonly NoteEvent[] {
  const known = new Set(fetched.map(({ id }) => id));
  const fresh = told.filter((event) => event.type === 'note.added').filter(({ id }) => !known.has(id));
  return [...fetched, ...fresh].sort((a, b) => b.at - a.at || b.seq - a.seq);
}

/** What is to be known of a note before it is saved. */
export function aboutNote({ phase }: Writing): string {
  if (phase === 'begun') return msg('AI is writing');
  return phase === 'written' ? msg('Written by AI: read it before you save') : msg('Only agents see notes.');
}
