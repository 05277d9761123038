import { key, line } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { agentId, name, seconds, skillLevels, whole } from './basics.js';
import { botSchema } from './bot.js';

/** What follows the end of a conversation: slots free at once, slots free when the time is up, or no wrap-up at all. */
const wrapUp = v.variant('mode', [
  v.strictObject({ mode: v.literal('immediate') }),
  v.strictObject({ mode: v.literal('timed'), seconds: seconds(1) }),
  v.strictObject({ mode: v.literal('off') }),
]);

/** `pull`: whoever accepts first has it. `push`: it is put to one agent, who has so many seconds. */
const offer = v.strictObject({
  mode: v.optional(v.picklist(['pull', 'push']), 'pull'),
  seconds: v.optional(seconds(1), 20),
  autoAnswer: v.optional(v.boolean(), false),
});

/** Where conversations wait, for whom, and how they are given out. */
export const queueSchema = v.strictObject({
  id: key,
  name,
  /** Agents; everybody of the workspace where left out. */
  members: v.optional(v.array(agentId)),
  /** What an agent has to master to be given one, and how well. */
  skills: v.optional(skillLevels, {}),
  /** Always open where left out. */
  hours: v.optional(key),
  /** How long one waits before `noAgents` runs; without end where left out. */
  maxWaitSeconds: v.optional(seconds(1)),
  /** Higher comes first. */
  priority: v.optional(whole(0, 9), 0),
  distribution: v.optional(v.picklist(['longest-idle', 'least-occupied', 'most-skilled']), 'longest-idle'),
  wrapUp: v.optional(wrapUp, { mode: 'immediate' }),
  /** A set of dispositions; the built-in one where left out. */
  dispositions: v.optional(key),
  /** Flows. */
  noAgents: v.optional(key),
  outOfHours: v.optional(key),
  offer: v.optional(offer, {}),
  /** One of the surveys; customers are not asked where it is left out. */
  survey: v.optional(key),
  /** What customers read when they come; the site's greeting where left out. */
  greeting: v.optional(line),
  /** Has the conversations first that begin in this queue; the site's AI agent, where it has one, where left out. */
  bot: v.optional(botSchema),
});
