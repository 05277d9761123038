import type { Attaching } from '@deskbell/protocol/attachments.js';
import { attachmentOf } from '../domain/attachment-of.js';
import { literal, textLiteral } from './array-literals.js';
import { changeRow, lockRow } from './conversation-changes.js';
import { attempt } from './faults.js';
import type { FileRow } from './files-store.js';
import type { AnswerPlace, FormAnswer, FormsStore } from './forms-store.js';
import type { Pool, Transaction } from './pool.js';
import { ERASE_EXPIRED } from './sql/erase-expired.js';
import { FIND_FORM_ANSWER } from './sql/find-form-answer.js';
import { INSERT_FORM_ANSWER } from './sql/insert-form-answer.js';
import { INSERT_SEALED } from './sql/insert-sealed.js';
import { LOCK_READY_FILES } from './sql/lock-ready-files.js';
import { TAKE_FILES } from './sql/take-files.js';
import type { Change, Changed, ConversationRow } from './store.js';

/** The files as they are sent; null where they are not all there. */
function attachmentsOf(files: readonly Attaching[], rows: readonly FileRow[]): AnswerPlace['attachments'] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = files.flatMap(({ id, alt }) => {
    const row = byId.get(id);
    return row ? [attachmentOf({ ...row, alt: alt ?? row.alt })] : [];
  });
  return found.length === files.length ? found : null;
}

function save(tx: Transaction, { workspace, conversation, form, id, files, sealed, expiresAt }: FormAnswer): void {
  tx.write(INSERT_FORM_ANSWER, [conversation, form, id]);
  if (files.length > 0)
    tx.write(TAKE_FILES, [conversation, literal(files.map((file) => file.id)), textLiteral(files.map(({ alt }) => alt ?? null))]);
  const values = Object.entries(sealed.values);
  if (values.length === 0) return;
  const columns = [values.map(([field]) => field), values.map(([, { enc }]) => enc), values.map(([, { ct }]) => ct)];
  tx.write(INSERT_SEALED, [workspace, conversation, form, sealed.key, expiresAt, ...columns.map(textLiteral)]);
}

/** The part of the store that knows of forms. */
export class FormTable implements FormsStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  answerForm(answer: FormAnswer, decide: (row: ConversationRow, place: AnswerPlace) => Change): Promise<Changed> {
    const { workspace, conversation, id, form, customer, files } = answer;
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        // Files before conversations, as with messages.
        const [rows, locked, answers] = await Promise.all([
          tx.ask<FileRow>(LOCK_READY_FILES, [literal(files.map((file) => file.id)), workspace, customer]),
          lockRow(tx, workspace, conversation, id),
          tx.ask(FIND_FORM_ANSWER, [conversation, form]),
        ]);
        const place = { answered: answers.length > 0, attachments: attachmentsOf(files, rows) };
        const changed = await changeRow(tx, locked, (row) => decide(row, place));
        if (!changed.again) save(tx, answer);
        return changed;
      }),
    );
  }

  async eraseExpired(at: number, limit: number): Promise<number> {
    return (await attempt(() => this.#pool.ask(ERASE_EXPIRED, [at, limit]))).length;
  }
}
