import type { ConversationSummary } from '@deskbell/protocol/conversation.js';

/** A row as the tray shows it: `gone` ones only keep their place. */
export interface HeldRow {
  readonly row: ConversationSummary;
  readonly gone: boolean;
}

/**
 * The rows to be shown of a list. While the pointer is over it nothing under the pointer moves: those that left keep their place, new ones
 * come at the end. `moved`: ids of those that left because the agent has them now; they leave no place, as they are elsewhere in the tray.
 */
export function heldRows(
  shown: readonly HeldRow[],
  rows: readonly ConversationSummary[],
  isHeld: boolean,
  moved: ReadonlySet<string>,
): readonly HeldRow[] {
  const now = rows.map((row): HeldRow => ({ row, gone: false }));
  if (!isHeld) return now;
  const byId = new Map(now.map((held) => [held.row.id, held]));
  const kept = shown.filter(({ row }) => !moved.has(row.id)).map((held) => byId.get(held.row.id) ?? { row: held.row, gone: true });
  const known = new Set(kept.map(({ row }) => row.id));
  return [...kept, ...now.filter(({ row }) => !known.has(row.id))];
}
