import { RelayError } from '@deskbell/protocol/refusals.js';
import { createMiddleware } from 'hono/factory';
import type { Deps } from '../deps.js';
import type { MinuteLimit } from './limit.js';
import type { RelayEnv } from './relay-env.js';

/** The token in an `Authorization` header. Throws `unauthorized` where there is none. */
export const tokenIn = (header: string | undefined): string => {
  const [scheme, token, ...rest] = (header ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0)
    throw new RelayError('unauthorized', 'send the token as "Authorization: Bearer ..."');
  return token;
};

/** Finds out who asks, by the token in the `Authorization` header, and how much they have asked already. */
export const bearer = ({ tokens }: Deps, limit: MinuteLimit) =>
  createMiddleware<RelayEnv>(async (c, next) => {
    const { person } = await tokens.identify(tokenIn(c.req.header('Authorization')));
    await limit.take(`${person.workspace}/${person.role}/${person.id}`);
    c.set('person', person);
    await next();
  });
