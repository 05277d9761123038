import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone with the process. Others may look into it, so that as root the database's user reaches it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-e2e-'));
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
