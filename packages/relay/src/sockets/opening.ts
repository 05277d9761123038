import type { CloseName } from '@deskbell/protocol/closes.js';
import type { CommandOf } from '@deskbell/protocol/commands.js';
import { parseCommand } from '@deskbell/protocol/parse.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { OLDEST_VERSION } from '@deskbell/protocol/version.js';
import type { Person } from '@deskbell/protocol/people.js';
import type { Deps } from '../deps.js';

const isTooOld = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'session.open' &&
  'version' in value &&
  Number(value.version) < OLDEST_VERSION;

/** Reads the first frame. Returns why the socket is to be closed where it is no `session.open` of a version that is understood. */
export function readOpening(value: unknown): CommandOf<'session.open'> | CloseName {
  // Before its shape is looked at: a client from long ago may say the rest in another way.
  if (isTooOld(value)) return 'too-old';
  try {
    const command = parseCommand(value);
    return command.type === 'session.open' ? command : 'malformed';
  } catch (fault) {
    if (fault instanceof RelayError) return 'malformed';
    throw fault;
  }
}

/** Whether a person may come from where they come: a browser says its page's origin, and only agents' servers come without one. */
export function mayComeFrom(
  { directory }: Pick<Deps, 'directory'>,
  origin: string | undefined,
  { person, site }: { readonly person: Pick<Person, 'role' | 'workspace'>; readonly site?: string | null | undefined },
): boolean {
  if (person.role === 'customer') return origin !== undefined && (directory.site(site ?? '')?.settings.origins.includes(origin) ?? false);
  return origin === undefined || (directory.workspace(person.workspace)?.agents.origins.includes(origin) ?? false);
}

/** Why a socket is closed whose session could not be opened. */
export const closeFor = (fault: unknown): CloseName =>
  fault instanceof RelayError && fault.code === 'unauthorized' ? 'unauthorized' : 'internal';
