import * as v from 'valibot';
import { circlesIn } from './checks/circles.js';
import { misaskedIn } from './checks/forms.js';
import { notYetIn } from './checks/not-yet.js';
import { unknownIn } from './checks/references.js';
import { repeats, repeatsIn } from './checks/repeats.js';
import { unaskedIn } from './checks/surveys.js';
import { SettingsError, type Fault } from './faults.js';
import { settingsSchema, type Settings } from './schema/settings.js';
import { workspaceSchema, type WorkspaceSettings } from './schema/workspace.js';

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

/** Checks the shape, and fills in what is left out. Throws a {@link SettingsError} with every fault. */
function shaped<S extends v.GenericSchema>(schema: S, document: unknown, source: string | undefined): v.InferOutput<S> {
  const result = v.safeParse(schema, document);
  if (result.success) return result.output;
  throw new SettingsError(
    result.issues.map((issue) => ({ path: pathOf(issue), reason: reasonOf(issue) })),
    source,
  );
}

/** What no schema of one part can see: names that have to be unique, names of what has to be there, ways that lead nowhere, steps that cannot run. */
const faultsIn = (workspace: WorkspaceSettings, at: string): Fault[] => [
  ...repeatsIn(workspace, at),
  ...unknownIn(workspace, at),
  ...circlesIn(workspace, at),
  ...misaskedIn(workspace, at),
  ...notYetIn(workspace, at),
  ...unaskedIn(workspace, at),
];

const place = (index: number): string => `workspaces[${String(index)}]`;

/** What is shared among workspaces: their ids, and the keys of their sites. */
const sharedFaults = (workspaces: readonly WorkspaceSettings[]): Fault[] => [
  ...repeats(workspaces.map(({ id }, index) => ({ path: `${place(index)}.id`, value: id }))),
  ...repeats(
    workspaces.flatMap(({ sites }, index) =>
      sites.map(({ key }, each) => ({ path: `${place(index)}.sites[${String(each)}].key`, value: key })),
    ),
  ),
];

/** Checks a settings document whole. Throws a {@link SettingsError} with every fault. */
export function checkSettings(document: unknown, source?: string): Settings {
  const settings = shaped(settingsSchema, document, source);
  const faults = [
    ...sharedFaults(settings.workspaces),
    ...settings.workspaces.flatMap((workspace, index) => faultsIn(workspace, place(index))),
  ];
  if (faults.length > 0) throw new SettingsError(faults, source);
  return settings;
}

/**
 * Checks the settings of one workspace that is to stand beside others. Paths begin within it, and nothing is told of the others.
 * Throws a {@link SettingsError} with every fault.
 */
export function checkWorkspace(document: unknown, others: readonly WorkspaceSettings[], source?: string): WorkspaceSettings {
  const workspace = shaped(workspaceSchema, document, source);
  const taken = new Set(others.flatMap(({ sites }) => sites.map(({ key }) => key)));
  const sites = workspace.sites.map(({ key }, index) => ({ path: `sites[${String(index)}].key`, value: key }));
  const faults = [
    ...repeats(sites),
    ...sites.filter(({ value }) => taken.has(value)).map(({ path }) => ({ path, reason: 'is taken' })),
    ...faultsIn(workspace, ''),
  ];
  if (faults.length > 0) throw new SettingsError(faults, source);
  return workspace;
}
