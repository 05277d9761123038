import * as v from 'valibot';
import { commandSchemas, type Command, type CommandType } from './commands.js';
import { liveSchemas, logSchemas, type RelayEvent, type SeenEvent } from './events.js';
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
  if (!isCommandType(type)) throw new RelayError('malformed', `there is no command ${type === undefined ? 'without a type' : JSON.stringify(type.slice(0, 60))}`);
  const result = v.safeParse(commandSchemas[type], value);
  if (!result.success) throw fault(type, result.issues);
  return result.output;
}

const seenSchema = (type: string): v.GenericSchema<unknown, SeenEvent> | undefined =>
  Object.hasOwn(logSchemas, type) ? logSchemas[type as keyof typeof logSchemas] : undefined;

/** Checks one event of a log. Throws `malformed` where it is not one. */
export function parseSeen(value: unknown): SeenEvent {
  const type = typeOf(value) ?? '';
  const schema = seenSchema(type);
  if (!schema) throw new RelayError('malformed', `there is no logged event ${JSON.stringify(type)}`);
  return v.parse(schema, value);
}

/**
 * Checks what the relay sent. Undefined for a type that this build does not know: a newer relay may tell more than an older client
 * understands, and what it does not understand it leaves alone. Throws where a known type has the wrong shape.
 */
export function parseEvent(value: unknown): RelayEvent | undefined {
  const type = typeOf(value) ?? '';
  if (seenSchema(type)) return parseSeen(value);
  if (!Object.hasOwn(liveSchemas, type)) return undefined;
  const event = v.parse(liveSchemas[type as keyof typeof liveSchemas], value);
  if (event.type === 'conversation.opened' || event.type === 'history.fetched') return { ...event, events: event.events.map(parseSeen) };
  return event;
}
