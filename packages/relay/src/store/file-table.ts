import { RelayError } from '@deskbell/protocol/refusals.js';
import { CustomerTable } from './customers.js';
import { attempt } from './faults.js';
import type { FileChange, FileRow, FilesStore, NewFile, Uploader } from './files-store.js';
import type { Pool } from './pool.js';
import { COUNT_UNSENT_FILES } from './sql/count-unsent-files.js';
import { DROP_FILE } from './sql/drop-file.js';
import { FIND_FILE } from './sql/find-file.js';
import { INSERT_FILE } from './sql/insert-file.js';
import { SET_TIMER } from './sql/set-timer.js';
import { UPDATE_FILE } from './sql/update-file.js';

/** Whether a file is the one that somebody began before. */
const isThat = (row: FileRow, { side, uploader, size }: NewFile): boolean =>
  row.side === side && row.uploader === uploader && row.size === size && row.state !== 'gone';

/** The files' part of the store. */
export class FileTable extends CustomerTable implements FilesStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  startFile(file: NewFile): Promise<FileRow> {
    const { id, workspace, side, uploader, name, size, alt, at, due } = file;
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        const [made] = await tx.ask<FileRow>(INSERT_FILE, [id, workspace, side, uploader, name, size, alt, at]);
        if (made) await tx.ask(SET_TIMER, [workspace, 'file', id, due]);
        const [row] = made ? [made] : await tx.ask<FileRow>(FIND_FILE, [workspace, id]);
        if (!row || !isThat(row, file)) throw new RelayError('id-used');
        return row;
      }),
    );
  }

  file(workspace: string, id: string): Promise<FileRow | undefined> {
    return attempt(async () => (await this.#pool.ask<FileRow>(FIND_FILE, [workspace, id]))[0]);
  }

  unsentFiles({ workspace, side, uploader }: Uploader): Promise<number> {
    return attempt(async () => (await this.#pool.ask<{ count: number }>(COUNT_UNSENT_FILES, [workspace, side, uploader]))[0]?.count ?? 0);
  }

  changeFile(read: FileRow, change: FileChange): Promise<FileRow | undefined> {
    const { workspace, id } = read;
    const { name, state, why, type, width, height, thumbnail, leasedUntil, upload } = { ...read, ...change };
    const next = [name, state, why, type, width, height, thumbnail, leasedUntil, upload];
    return attempt(async () => (await this.#pool.ask<FileRow>(UPDATE_FILE, [workspace, id, read.state, read.leasedUntil, ...next]))[0]);
  }

  async dropFile(workspace: string, id: string): Promise<void> {
    await attempt(() => this.#pool.ask(DROP_FILE, [workspace, id]));
  }
}
