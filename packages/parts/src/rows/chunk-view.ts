import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { getLocale } from '../locale.js';
import type { Chunk } from './chunks.js';
import { rowView, type Viewer } from './row-view.js';

/** A stretch of rows; where nothing in it changed, it is not looked at. */
export function chunkView(chunk: Chunk, viewer: Viewer, isLast: boolean) {
  const { side, me, dispositions, now, reacting, addressOf, aside } = viewer;
  // A short chunk is not worth skipping, and its size would be guessed wrong.
  const isSkipped = !isLast && chunk.rows.length >= 40;
  // Where the mark stands outside of a chunk, moving it does not touch the chunk; the same with what is being reacted to.
  const mark = viewer.readMark < chunk.key ? 0 : Math.min(viewer.readMark, chunk.end);
  const pending = [...reacting.pending].filter(([seq]) => seq >= chunk.key && seq < chunk.end).join();
  return html`<div class="chunk ${isSkipped ? 'older' : ''}">
    ${guard([chunk, mark, pending, reacting.isOpen, side, me, dispositions, addressOf, aside, new Date(now).getDate(), getLocale()], () =>
      repeat(
        chunk.rows,
        (row) => row.key,
        (row) => rowView(row, { ...viewer, readMark: mark }),
      ),
    )}
  </div>`;
}
