import { id, line } from '@deskbell/protocol/text.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import { handOverSchema } from '../bot/bot-answer.js';
import { botAuthor, recalledState } from '../bot/bot-state.js';
import { seekPeople } from '../bot/hand-over.js';
import { newPasskey } from '../bot/passkey.js';
import type { Deps } from '../deps.js';
import { looksAfter, nameOf, queueOf } from '../routing/queue-rules.js';
import { tellRow } from '../routing/tell-row.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Changed, Customer, NewConversation } from '../store/store.js';
import { checked } from './checked.js';
import type { RelayEnv } from './relay-env.js';
import { fromBot, transcriptIn, type FromBot } from './signed-bot.js';

const bodySchema = v.object({
  /** The conversation's, made by the AI agent: sent twice, it is handed over once. */
  id,
  customer: v.object({
    /** As the site's server calls them: the `sub` of its tokens. By it they find the conversation in the window. */
    id: v.pipe(v.string(), v.minLength(1, 'is empty'), v.maxLength(255, 'is longer than 255 characters')),
    name: v.optional(line),
    email: v.optional(line),
  }),
  handOver: v.optional(handOverSchema, {}),
});
type Body = v.InferOutput<typeof bodySchema>;

/** The passkey of a conversation that was handed over before. */
async function passkeyOf({ store }: Deps, conversation: string): Promise<string> {
  const [second] = await store.eventsAfter(conversation, 1, 1);
  if (second?.type !== 'bot.handed-over') throw new RelayError('id-used');
  return second.passkey;
}

/** The conversation as it begins: with the hand-over behind its start, and all that was said elsewhere. */
function handedOver({ newId, now }: Deps, { key, site, bot, value }: FromBot, { id: conversation, handOver }: Body, customer: Customer) {
  const { queue: wanted, intent, note } = handOver;
  const { messages, collected } = transcriptIn(value);
  const rules = (wanted === undefined ? undefined : queueOf(site.workspace, wanted)) ?? queueOf(site.workspace, site.queue.id);
  const queue = rules ? nameOf(rules) : site.queue;
  const [at, by, named] = [now(), botAuthor(bot), { id: customer.id, name: customer.name }];
  const passkey = newPasskey();
  const told = { ...(collected.length > 0 && { collected }), ...(intent && { intent }), ...(note && { note }) };
  const fresh: NewConversation = {
    workspace: site.workspace.id,
    site: key,
    id: conversation,
    queue,
    customer: named,
    at,
    priority: rules?.priority ?? 0,
    waitsUntil: rules && looksAfter(site.workspace, rules, at),
    bot: recalledState(collected),
    started: { type: 'conversation.started', id: newId(), at, by: { ...named, role: 'customer' }, customer: named, queue },
    then: [
      { type: 'bot.handed-over', id: newId(), at, by, queue, passkey, ...told },
      ...(messages.length > 0 ? [{ type: 'transcript.fetched' as const, id: newId(), at, by, messages, collected }] : []),
    ],
  };
  return { fresh, passkey };
}

/**
 * An AI agent hands over a conversation that it had elsewhere (B10): the customer waits for people here, and finds them in the window as
 * soon as the site says who they are. Answers 201 with the conversation and the passkey; 200 with the same where it was sent before.
 */
export const handOverRoutes = (deps: Deps) =>
  new Hono<RelayEnv>().post('/', async (c) => {
    const { store, hub, newId } = deps;
    const sent = await fromBot(deps, c);
    const body = checked(bodySchema, sent.value);
    const { id: externalId, name, email } = body.customer;
    const known = { externalId, id: newId(), ...(name && { name }), ...(email && { email }) };
    const customer = await store.identifyCustomer(sent.site.workspace.id, null, known);
    const { fresh, passkey } = handedOver(deps, sent, body, customer);
    const changed: Changed = await store.startConversation(fresh);
    if (changed.again) return c.json({ conversation: body.id, passkey: await passkeyOf(deps, body.id) }, 200);
    tellRow(hub, changed.row, changed.events);
    await seekPeople(deps, changed);
    return c.json({ conversation: body.id, passkey }, 201);
  });
