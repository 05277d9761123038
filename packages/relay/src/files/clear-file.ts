import type { Deps } from '../deps.js';
import type { FileRow } from '../store/files-store.js';

/** Takes away a file that was not sent. False where it is not as it was read any more, or there is no place that it could be taken from. */
export async function clearFile({ store, files }: Pick<Deps, 'store' | 'files'>, row: FileRow): Promise<boolean> {
  // Its row goes last: what fails in between is found again.
  const gone = row.state === 'gone' ? row : await store.changeFile(row, { state: 'gone', leasedUntil: 0 });
  if (!gone || !files) return false;
  await files.remove(gone);
  await store.dropFile(gone.workspace, gone.id);
  return true;
}
