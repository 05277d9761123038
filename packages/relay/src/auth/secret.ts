import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a file of the data folder holds that nobody else may read: 32 random bytes in base64url, made on the first start. */
export async function keptIn(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    // Exclusive, so that of two first starts at the same time both go on with the same.
    await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
  return (await readFile(path, 'utf8')).trim();
}

/** The secret that signs customers' tokens: kept in the data folder, made on the first start. */
export async function keptSecret(folder: string): Promise<string> {
  const secret = await keptIn(folder, 'secret');
  if (secret.length < 32)
    throw new Error(`${join(folder, 'secret')} holds no secret of 32 characters or more; delete it, and customers get new tokens`);
  return secret;
}
