import type { Author, Side } from '@deskbell/protocol/people.js';
import type { Chunk } from './chunks.js';
import type { MessageRow } from './row.js';

/** The newest rendered message that fits; most often the first that is looked at. */
export function lastMessage(chunks: readonly Chunk[], fits: (row: MessageRow) => boolean): MessageRow | undefined {
  for (const { rows } of chunks.toReversed()) {
    const found = rows.findLast((row): row is MessageRow => row.kind === 'message' && fits(row));
    if (found) return found;
  }
  return undefined;
}

/** The `seq` of the message that shows "Read": the newest of one's stacks that the other side has seen to its end (DLV 1). 0 for none. */
export const readMark = (chunks: readonly Chunk[], me: string, seen: number): number =>
  lastMessage(chunks, (row) => row.seq <= seen && row.isTail && row.by.id === me)?.seq ?? 0;

/** As whom one writes: as in one's last message, so that what is on its way stacks upon it. */
export const selfIn = (chunks: readonly Chunk[], me: string, side: Side): Author =>
  lastMessage(chunks, (row) => row.by.id === me)?.by ?? { id: me, name: '', role: side };
