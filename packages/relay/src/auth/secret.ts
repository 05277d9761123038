import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The secret that signs customers' tokens: kept in the data folder, made on the first start. */
export async function keptSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret');
  try {
    await mkdir(folder, { recursive: true });
    // Exclusive, so that of two first starts at the same time both go on with the same secret.
    await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
  const secret = (await readFile(path, 'utf8')).trim();
  if (secret.length < 32) throw new Error(`${path} holds no secret of 32 characters or more; delete it, and customers get new tokens`);
  return secret;
}
