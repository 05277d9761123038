import { key, line } from '@deskbell/protocol/text.js';
import * as v from 'valibot';

export const name = v.pipe(line, v.minLength(1, 'is empty'));

/** An agent's id as the tokens have it. */
export const agentId = v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(128, 'is longer than 128 characters'));

const isOrigin = (value: string): boolean => {
  try {
    const { origin, protocol } = new URL(value);
    return origin === value && (protocol === 'https:' || protocol === 'http:');
  } catch {
    return false;
  }
};
export const origin = v.pipe(
  v.string(),
  v.check(isOrigin, 'has to be an origin like https://shop.example, without a path or a slash at the end'),
);
export const origins = v.pipe(v.array(origin), v.minLength(1, 'has no origin, so that no page could use it'));

// HS256 is only as good as its key: RFC 7518 asks for as many bits as the hash has.
export const secret = v.pipe(v.string(), v.minLength(32, 'has to be 32 characters or longer'));

/** A whole number between two. */
export const whole = (least: number, most: number) => {
  const reason = `has to be a whole number from ${String(least)} to ${String(most)}`;
  return v.pipe(v.number(reason), v.integer(reason), v.minValue(least, reason), v.maxValue(most, reason));
};

const A_DAY = 86_400;

/** A stretch of time, a day at the most. */
export const seconds = (least: number) => whole(least, A_DAY);

/** How well each skill is mastered, or has to be. */
export const skillLevels = v.record(key, whole(1, 5));

/** Conversations that an agent has at once, by channel. */
export const chats = whole(0, 100);

export const named = v.strictObject({ id: key, name });
