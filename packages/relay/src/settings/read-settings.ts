import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { settingsSchema, type Settings } from './schema.js';

/** One thing that is wrong with a settings document: where (`workspaces[0].sites[1].queue`), and what. */
export interface Fault {
  readonly path: string;
  readonly reason: string;
}

/** A settings document was refused, whole; `faults` has every reason. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[], source = 'the settings') {
    super(
      [`${source} cannot be used:`, ...faults.map(({ path, reason }) => `  ${path === '' ? 'the document' : path} ${reason}`)].join('\n'),
    );
    this.faults = faults;
  }
}

const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).reduce(
    (path, { key }) => (typeof key === 'number' ? `${path}[${String(key)}]` : `${path}${path === '' ? '' : '.'}${String(key)}`),
    '',
  );

const reasonOf = ({ message, type, received, expected }: v.BaseIssue<unknown>): string => {
  if (type === 'strict_object' && expected === 'never') return 'is not a setting (is it misspelt?)';
  if (type === 'strict_object' && received === 'undefined') return 'is missing';
  return message;
};

/** Where a value that has to be unique was used before. */
function repeated(values: readonly { path: string; value: string }[]): Fault[] {
  const first = new Map<string, string>();
  return values.flatMap(({ path, value }) => {
    const before = first.get(value);
    if (before === undefined) first.set(value, path);
    return before === undefined ? [] : [{ path, reason: `is the same as ${before}` }];
  });
}

/** What no schema of one part can see: names that have to be unique, and names of something that has to be there. */
function crossFaults({ workspaces }: Settings): Fault[] {
  const faults = repeated(workspaces.map(({ id }, index) => ({ path: `workspaces[${String(index)}].id`, value: id })));
  faults.push(
    ...repeated(
      workspaces.flatMap(({ sites }, index) =>
        sites.map(({ key }, at) => ({ path: `workspaces[${String(index)}].sites[${String(at)}].key`, value: key })),
      ),
    ),
  );
  workspaces.forEach(({ queues, sites }, index) => {
    const path = `workspaces[${String(index)}]`;
    faults.push(...repeated(queues.map(({ id }, at) => ({ path: `${path}.queues[${String(at)}].id`, value: id }))));
    sites.forEach(({ queue }, at) => {
      if (queues.some(({ id }) => id === queue)) return;
      faults.push({
        path: `${path}.sites[${String(at)}].queue`,
        reason: `names no queue of the workspace (it has ${queues.map(({ id }) => id).join(', ')})`,
      });
    });
  });
  return faults;
}

/** Checks a settings document whole. Throws a {@link SettingsError} with every fault. */
export function checkSettings(document: unknown, source?: string): Settings {
  const result = v.safeParse(settingsSchema, document);
  if (!result.success)
    throw new SettingsError(
      result.issues.map((issue) => ({ path: pathOf(issue), reason: reasonOf(issue) })),
      source,
    );
  const faults = crossFaults(result.output);
  if (faults.length > 0) throw new SettingsError(faults, source);
  return result.output;
}

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
