import * as v from 'valibot';
import { logSchemas } from './log-events.js';

/** The answer to `GET /v1/customers/:id/notes?page=&limit=`: what agents wrote down about a customer in any conversation, newest first. */
export const notesSchema = v.object({
  notes: v.array(logSchemas['note.added']),
  /** Give it back as `page` for older ones; null at the end. */
  next: v.nullable(v.string()),
});
export type NotesPage = v.InferOutput<typeof notesSchema>;
