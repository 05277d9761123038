import { pino, type DestinationStream, type Logger } from 'pino';

/** Where a token could stand in something that is logged. None is logged on purpose; this is for the day when somebody logs a whole object. */
const SECRETS = [
  'token',
  '*.token',
  '*.*.token',
  'identity',
  '*.identity',
  'authorization',
  '*.authorization',
  '*.headers.authorization',
  'secret',
  '*.secret',
];

/** The relay's log, JSON by line. `level` as pino has them, `silent` for none. */
export const createLog = (level = 'info', destination?: DestinationStream): Logger =>
  pino({ level, base: null, redact: { paths: SECRETS, censor: '[hidden]' } }, ...(destination ? [destination] : []));
