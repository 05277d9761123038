import type { AgentDestination, Destinations, QueueDestination } from '@deskbell/protocol/destinations.js';
import { sideOf } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { id } from '@deskbell/protocol/text.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import { settingsOf } from '../actions/settings-of.js';
import type { Deps } from '../deps.js';
import { mustRead } from '../domain/permissions.js';
import { hasSkills } from '../domain/skills.js';
import { hasMember, isQueueOpen, queueOf, skillsAsked } from '../routing/queue-rules.js';
import { skillsOf, statusFace } from '../routing/standing.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import type { AgentRow } from '../store/agents-store.js';
import type { ConversationRow } from '../store/store.js';
import { checked } from './checked.js';
import type { RelayEnv } from './relay-env.js';

const query = v.object({
  search: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  conversation: v.optional(id),
});

type Named = readonly { readonly name: string }[];

const matches = (search: string) => {
  const wanted = search.trim().toLocaleLowerCase();
  return ({ name }: Named[number]): boolean => name.toLocaleLowerCase().includes(wanted);
};

const isThere = ({ seenUntil }: AgentRow, now: number): boolean => seenUntil !== null && seenUntil > now;

/** Queues that are open, and of which somebody is signed in (TRF 2). */
function queues(
  settings: WorkspaceSettings,
  agents: readonly AgentRow[],
  counts: Readonly<Record<string, number>>,
  now: number,
): QueueDestination[] {
  return settings.queues
    .filter((queue) => isQueueOpen(settings, queue, now))
    .map((queue) => ({
      id: queue.id,
      name: queue.name,
      online: agents.filter((agent) => isThere(agent, now) && hasMember(queue, agent.id)).length,
      waiting: counts[queue.id] ?? 0,
    }))
    .filter(({ online }) => online > 0);
}

/** Colleagues who are signed in; where skills are enforced, those who have what the conversation asks for (TRF 2, TRF 3). */
function colleagues(
  settings: WorkspaceSettings,
  agents: readonly AgentRow[],
  conversation: ConversationRow | undefined,
  now: number,
): AgentDestination[] {
  const queue = conversation && queueOf(settings, conversation.queue.id);
  const asked = conversation && queue && settings.transfers.enforceSkillMatch ? skillsAsked(queue, conversation.skills) : {};
  return agents
    .filter((agent) => isThere(agent, now) && hasSkills(skillsOf(settings, agent.id), asked))
    .map((agent) => {
      const { digital, load, slots } = statusFace(agent, settings, now);
      return { id: agent.id, name: agent.name, presence: digital, load, slots, skills: skillsOf(settings, agent.id) };
    });
}

/** What a transfer may go to, over HTTP. Wants `bearer` before it. */
export const destinationRoutes = (deps: Deps) =>
  new Hono<RelayEnv>().get('/', async (c) => {
    const { person } = c.var;
    if (sideOf(person.role) !== 'agent') throw new RelayError('wrong-role');
    const { search, conversation } = checked(query, c.req.query());
    const { workspace } = person;
    const settings = settingsOf(deps, workspace);
    const row = conversation === undefined ? undefined : mustRead(person, await deps.store.conversation(workspace, conversation));
    const [agents, counts] = await Promise.all([deps.store.agents(workspace), deps.store.counts(workspace)]);
    const now = deps.now();
    const others = agents.filter((agent) => agent.id !== person.id);
    const { to } = settings.transfers;
    const found: Destinations = {
      queues: to === 'agents' ? [] : queues(settings, agents, counts, now).filter(matches(search)),
      agents: to === 'queues' ? [] : colleagues(settings, others, row, now).filter(matches(search)),
    };
    return c.json(found);
  });
