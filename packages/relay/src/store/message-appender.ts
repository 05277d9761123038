import { literal, textLiteral } from './array-literals.js';
import { marksOf, type Batch } from './batch.js';
import type { Asker } from './database.js';
import type { Appender, Repeat } from './group-commit.js';
import { toEvent, type EventRecord } from './rows.js';
import { APPEND_ATTACHMENTS } from './sql/append-attachments.js';
import { APPEND_MESSAGE } from './sql/append-message.js';
import { APPEND_MESSAGES, type Numbered } from './sql/append-messages.js';
import { FIND_REPEATS } from './sql/find-repeats.js';
import type { NewMessage } from './store.js';

interface RepeatRecord extends EventRecord {
  phase: Repeat['phase'];
  mine: boolean;
  party: boolean;
}

/**
 * What the connection that appends is told. Rows are found through their key only, so that two relays that save batches at the same
 * moment lock them in the same order whatever the planner thinks of small tables.
 */
export const APPEND_SESSION = { enable_seqscan: 'off', enable_bitmapscan: 'off' };

/** Saves batches over one connection of its own. */
export class MessageAppender implements Appender {
  readonly #line: Asker;

  constructor(line: Asker) {
    this.#line = line;
  }

  append(batch: Batch): Promise<readonly Numbered[]> {
    const { single } = batch;
    if (!single) return this.#line.ask<Numbered>(APPEND_MESSAGES, batch.parameters());
    const { conversation, workspace, at, id, by, side, text, attachments } = single;
    const said = [conversation, workspace, at, id, by.id, by.role, by.name, text, marksOf(single)];
    if (!attachments) return this.#line.ask<Numbered>(APPEND_MESSAGE[side], said);
    const files = [literal(attachments.map((file) => file.id)), textLiteral(attachments.map(({ alt }) => alt ?? null))];
    return this.#line.ask<Numbered>(APPEND_ATTACHMENTS[side], [...said, ...files]);
  }

  async findRepeats(messages: readonly NewMessage[]): Promise<Repeat[]> {
    const records = await this.#line.ask<RepeatRecord>(FIND_REPEATS, [
      literal(messages.map(({ conversation }) => conversation)),
      textLiteral(messages.map(({ workspace }) => workspace)),
      literal(messages.map(({ id }) => id)),
      textLiteral(messages.map(({ by }) => by.id)),
    ]);
    return records.map((record) => {
      const { conversation, id, phase, mine, party } = record;
      const event = toEvent(record);
      return { conversation, id, phase, mine: mine && event.type === 'message.sent' ? event : null, party };
    });
  }
}
