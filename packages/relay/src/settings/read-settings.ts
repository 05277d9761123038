import { readFile } from 'node:fs/promises';
import { checkSettings } from './check-settings.js';
import { SettingsError } from './faults.js';
import type { Settings } from './schema/settings.js';

const isMissing = (fault: unknown): boolean => (fault as NodeJS.ErrnoException).code === 'ENOENT';

/** Reads and checks a settings file. Throws a {@link SettingsError}, also where there is no such file or no JSON in it. */
export async function readSettings(path: string): Promise<Settings> {
  const text = await readFile(path, 'utf8').catch((fault: unknown) => {
    throw new SettingsError(
      [{ path: '', reason: isMissing(fault) ? 'is not there (DESKBELL_SETTINGS names the file)' : String(fault) }],
      path,
    );
  });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (fault) {
    throw new SettingsError([{ path: '', reason: `is not JSON: ${(fault as SyntaxError).message}` }], path);
  }
  return checkSettings(document, path);
}
