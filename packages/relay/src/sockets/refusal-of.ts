import type { LiveEventOf } from '@deskbell/protocol/events.js';
import { detailOf } from '@deskbell/protocol/refusal-help.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';

/** A short string under a key of something that came from outside. */
const shortString = (value: unknown, key: string): string | undefined => {
  const found: unknown = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof found === 'string' && found.length <= 128 ? found : undefined;
};

/** What the asker is told of a command that was not performed. Whatever is no expected refusal is a fault of ours: it goes to the log, and out as `internal`. */
export function refusalOf(asked: unknown, fault: unknown, log: Deps['log']): LiveEventOf<'refused'> {
  const expected = fault instanceof RelayError ? fault : new RelayError('internal');
  const command = shortString(asked, 'type');
  const id = shortString(asked, 'id');
  const conversation = expected.conversation ?? shortString(asked, 'conversation');
  if (expected !== fault) log.error({ err: fault, command, conversation }, 'a command failed');
  return {
    type: 'refused',
    code: expected.code,
    detail: detailOf(expected),
    ...(id === undefined ? {} : { id }),
    ...(command === undefined ? {} : { command }),
    ...(conversation === undefined ? {} : { conversation }),
    ...(expected.retryAfter === undefined ? {} : { retryAfter: expected.retryAfter }),
    ...(expected.fields === undefined ? {} : { fields: { ...expected.fields } }),
  };
}
