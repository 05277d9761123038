import * as v from 'valibot';
import { commandSchemas, type Command, type CommandType } from './commands.js';
import type { RelayEvent, SeenEvent } from './events.js';
import { liveSchemas } from './live-events.js';
import { logSchemas } from './log-events.js';
import { RelayError } from './refusals.js';

const fault = (type: string, issues: readonly v.BaseIssue<unknown>[]): RelayError => {
  const [first] = issues;
  const path = first === undefined ? null : v.getDotPath(first);
  const code = first?.type === 'max_length' ? 'too-long' : 'malformed';
  return new RelayError(code, `${type}: ${path ?? 'the command'} ${first?.message ?? 'is malformed'}`);
};

const typeOf = (value: unknown): string | undefined => {
  const type: unknown = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return typeof type === 'string' ? type : undefined;
};

const isCommandType = (type: string | undefined): type is CommandType => type !== undefined && Object.hasOwn(commandSchemas, type);

/** Checks what came over a socket or in a body. Throws a {@link RelayError} (`malformed`, `too-long`) that says where and why. */
export function parseCommand(value: unknown): Command {
  const type = typeOf(value);
  if (!isCommandType(type))
    throw new RelayError('malformed', `there is no command ${type === undefined ? 'without a type' : JSON.stringify(type.slice(0, 60))}`);
  const result = v.safeParse(commandSchemas[type], value);
  if (!result.success) throw fault(type, result.issues);
  return result.output;
}

const seenSchema = (type: string): v.GenericSchema<unknown, SeenEvent> | undefined =>
  Object.hasOwn(logSchemas, type) ? logSchemas[type as keyof typeof logSchemas] : undefined;

const placeSchema = v.object({ conversation: v.string(), seq: v.number() });

/**
 * Checks one event of a log. An event of a type that this build does not know becomes the stand-in for what its reader may not see, so that
 * the count goes on. Throws where a known type has the wrong shape.
 */
export function parseSeen(value: unknown): SeenEvent {
  const schema = seenSchema(typeOf(value) ?? '');
  return schema ? v.parse(schema, value) : { type: 'event.hidden', ...v.parse(placeSchema, value) };
}

/**
 * Checks what the relay sent. Undefined for a type that this build does not know: a newer relay may tell more than an older client
 * understands, and what it does not understand it leaves alone (of a log it keeps the place). Throws where a known type has the wrong shape.
 */
export function parseEvent(value: unknown): RelayEvent | undefined {
  const type = typeOf(value) ?? '';
  if (seenSchema(type)) return parseSeen(value);
  if (!Object.hasOwn(liveSchemas, type)) return v.is(placeSchema, value) ? parseSeen(value) : undefined;
  const event = v.parse(liveSchemas[type as keyof typeof liveSchemas], value);
  if (event.type === 'conversation.opened' || event.type === 'history.fetched') return { ...event, events: event.events.map(parseSeen) };
  return event;
}
