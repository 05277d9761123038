import {
  answerCobrowseSchema,
  beginCobrowseSchema,
  redeemCodeSchema,
  type EndedCobrowse,
  type LiveCobrowse,
} from '@deskbell/protocol/cobrowse.js';
import { sideOf, type Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { id } from '@deskbell/protocol/text.js';
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { answerCobrowse } from '../cobrowse/answer.js';
import { beginCobrowse } from '../cobrowse/begin.js';
import type { Caller } from '../cobrowse/caller.js';
import { endCobrowse } from '../cobrowse/end.js';
import { givePass } from '../cobrowse/passes.js';
import { redeemCode } from '../cobrowse/redeem.js';
import type { Deps } from '../deps.js';
import { cobrowseOf } from '../domain/cobrowse.js';
import { tokenIn } from './bearer.js';
import { checked } from './checked.js';
import type { MinuteLimit } from './limit.js';
import type { RelayEnv } from './relay-env.js';
import { Turnstile } from './turnstile.js';

/** How many typed codes may wait to be looked at. */
const MOST_TYPED = 200;

export interface CobrowseLimits {
  /** Of those who have a token or a ticket. */
  readonly person: MinuteLimit;
  /** Of those who type codes. */
  readonly address: MinuteLimit;
}

const bodyOf = async <S extends v.GenericSchema>(c: Context, schema: S): Promise<v.InferOutput<S>> =>
  checked(schema, await c.req.json().catch(() => undefined));

/** A session's id out of a path; what cannot be one is nobody's. */
function idIn(c: Context): string {
  const wanted = v.safeParse(id, c.req.param('id'));
  if (!wanted.success) throw new RelayError('not-found');
  return wanted.output;
}

/** Co-browse sessions over HTTP: agents begin them, customers type codes and answer, both get passes and end them. */
export function cobrowseRoutes(deps: Deps, limits: CobrowseLimits) {
  const { directory, store, tokens, now } = deps;
  const turnstile = new Turnstile(MOST_TYPED);

  /** A browser says its page's origin; customers have nothing but browsers, and agents' servers come without one. */
  const mustComeFrom = (c: Context, site: string | undefined, workspace: string): void => {
    const origin = c.req.header('Origin');
    if (site === undefined && origin === undefined) return;
    const origins = site === undefined ? directory.workspace(workspace)?.agents.origins : directory.site(site)?.settings.origins;
    if (!origins?.includes(origin ?? '')) throw new RelayError('wrong-origin');
  };

  const callerOf = async (c: Context): Promise<Caller> => {
    const token = tokenIn(c.req.header('Authorization'));
    if (tokens.cobrowse.isTicket(token)) {
      const ticket = await tokens.cobrowse.readTicket(token);
      await limits.person.take(`ticket/${ticket.session}`);
      mustComeFrom(c, ticket.site, ticket.workspace);
      return { ticket };
    }
    const { person, site } = await tokens.identify(token);
    await limits.person.take(`${person.workspace}/${person.role}/${person.id}`);
    mustComeFrom(c, site, person.workspace);
    return { person };
  };

  const agentOf = async (c: Context): Promise<Person> => {
    const caller = await callerOf(c);
    if (!('person' in caller) || sideOf(caller.person.role) !== 'agent') throw new RelayError('wrong-role', 'co-browse is begun by agents');
    return caller.person;
  };

  return new Hono<RelayEnv>()
    .post('/redeem', async (c) => {
      await limits.address.take(c.var.address);
      const { siteKey, code } = await bodyOf(c, redeemCodeSchema);
      const site = directory.site(siteKey);
      if (!site) throw new RelayError('not-found', 'there is no site with this key');
      mustComeFrom(c, siteKey, site.workspace.id);
      return c.json(await turnstile.pass(() => redeemCode(deps, site, c.var.address, code)));
    })
    .post('/', async (c) => {
      const person = await agentOf(c);
      const { id: session, conversation, by } = await bodyOf(c, beginCobrowseSchema);
      if (by === 'chat' && conversation === undefined)
        throw new RelayError('malformed', 'conversation: is needed where the customer is asked in a chat');
      if (conversation !== undefined && !v.is(id, conversation)) throw new RelayError('not-found');
      return c.json(await beginCobrowse(deps, person, { id: session, conversation, by }));
    })
    .get('/', async (c) => {
      const { workspace, id: agent } = await agentOf(c);
      const answer: LiveCobrowse = { sessions: (await store.liveCobrowse(workspace, agent)).map(cobrowseOf), now: now() };
      return c.json(answer);
    })
    .post('/:id/answer', async (c) => {
      const caller = await callerOf(c);
      const { allowed } = await bodyOf(c, answerCobrowseSchema);
      return c.json(await answerCobrowse(deps, caller, idIn(c), allowed));
    })
    .post('/:id/pass', async (c) => c.json(await givePass(deps, await callerOf(c), idIn(c))))
    .post('/:id/end', async (c) => {
      const answer: EndedCobrowse = { session: cobrowseOf(await endCobrowse(deps, await callerOf(c), idIn(c))) };
      return c.json(answer);
    });
}
