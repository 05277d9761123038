import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { isRoutable } from '../domain/agent-status.js';
import { match } from '../domain/matching.js';
import type { MatchingAgent, Waiting } from '../domain/matching-rows.js';
import { topics } from '../hub/hub.js';
import type { QueueSettings, WorkspaceSettings } from '../settings/schema/workspace.js';
import type { AgentRow } from '../store/agents-store.js';
import type { Assigned, Assignment, WaitingRow } from '../store/routing-store.js';
import { matchingQueue, skillsAsked } from './queue-rules.js';
import { mostSlots, skillsOf, slotsOf, statusOf } from './standing.js';
import { SYSTEM } from './system.js';
import { tellAssigned } from './tell-assigned.js';

/** The most conversations that one round looks at. */
const ROUND = 2_000;

/** How many it looks at first beyond what there are slots for: mostly the first in the line can be given out, and the rest need not be read. */
const SPARE = 50;

/** So many rounds in a row may come to nothing, because somebody else held what they gave out; then the next tick tries again. */
const IN_VAIN = 20;

type RouterDeps = Pick<Deps, 'slots' | 'store' | 'hub' | 'directory' | 'metrics' | 'log' | 'now' | 'newId'>;

/**
 * Gives what waits in queues that push to agents who may have it. Wakes when something may have become possible; of several wakes one round
 * is under way and one more follows. Any number of relays may do so at once: what another has given out meanwhile is left out by the store.
 */
export class Router {
  readonly #deps: RouterDeps;
  readonly #rounds = new Map<string, { again: boolean; done: Promise<void> }>();
  #isStopped = false;

  constructor(deps: RouterDeps) {
    this.#deps = deps;
  }

  /** Something came to wait, or an agent may take something, in a workspace. */
  wake(workspace: string): void {
    if (this.#isStopped) return;
    const running = this.#rounds.get(workspace);
    if (running) running.again = true;
    else this.#rounds.set(workspace, { again: false, done: this.#run(workspace) });
  }

  /** Wakes for every workspace: what another relay did not get done is done here. */
  wakeAll(): void {
    for (const { id } of this.#deps.directory.workspaces) this.wake(id);
  }

  /** Settles when no round is under way. */
  async idle(): Promise<void> {
    while (this.#rounds.size > 0) await Promise.all([...this.#rounds.values()].map(({ done }) => done));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.idle();
  }

  async #run(workspace: string): Promise<void> {
    // Whatever else wakes in this turn belongs to this round.
    await Promise.resolve();
    try {
      do {
        const round = this.#rounds.get(workspace);
        if (round) round.again = false;
        for (let vain = 0; vain < IN_VAIN && !this.#isStopped;) {
          const given = await this.#route(workspace, vain > 0);
          if (given === 'all') break;
          vain = given === 'none' ? vain + 1 : 0;
        }
      } while (this.#rounds.get(workspace)?.again);
    } catch (fault) {
      // The next tick tries again; nobody waits for this.
      if (!(fault instanceof RelayError)) this.#deps.log.error({ err: fault, workspace }, 'conversations could not be given out');
    }
    this.#rounds.delete(workspace);
  }

  /**
   * One round. Returns what was given out: `all` that can be, `some`, or `none` of what was matched, which was locked at that moment (by a
   * customer who wrote, say) or is not as it was. But for `all` another round may give out more. With `waits` it waits for what is locked.
   */
  async #route(id: string, waits: boolean): Promise<'all' | 'some' | 'none'> {
    const { store, directory, now } = this.#deps;
    const workspace = directory.workspace(id);
    const pushing = new Map(workspace?.queues.filter(({ offer }) => offer.mode === 'push').map((queue) => [queue.id, queue]));
    if (!workspace || pushing.size === 0) return 'all';
    const agents = await store.readyAgents(id, mostSlots(workspace));
    const at = now();
    const candidates = agents.map((agent) => matchingAgent(workspace, agent, at));
    const free = candidates.reduce((sum, { routable, load, capacity }) => sum + (routable ? Math.max(0, capacity - load) : 0), 0);
    if (free === 0) return 'all';
    for (const limit of new Set([Math.min(free + SPARE, ROUND), ROUND])) {
      const rows = await store.unassigned(id, [...pushing.keys()], limit);
      // Who has their turn first is matched alike whether the rest is known or not.
      const waiting = rows.flatMap((row) => waitingOf(pushing.get(row.queue), row));
      const { offers } = match(waiting, candidates, at);
      if (offers.length > 0) {
        const given = await this.#give(workspace, offers, { rows, agents, pushing, waits }, at);
        if (given === 0) return 'none';
        return given < free && rows.length > given ? 'some' : 'all';
      }
      if (rows.length < limit) return 'all';
    }
    return 'all';
  }

  async #give(
    workspace: WorkspaceSettings,
    offers: ReturnType<typeof match>['offers'],
    known: { rows: readonly WaitingRow[]; agents: readonly AgentRow[]; pushing: ReadonlyMap<string, QueueSettings>; waits: boolean },
    at: number,
  ): Promise<number> {
    const { waits } = known;
    const waiting = new Map(known.rows.map(({ id, queue, skills, refused }) => [id, { queue, skills, refused }]));
    const names = new Map(known.agents.map(({ id, name }) => [id, name]));
    const assignments = offers.flatMap(({ conversation, agent }): Assignment[] => {
      const asked = waiting.get(conversation);
      if (!asked) return [];
      const offer = known.pushing.get(asked.queue)?.offer;
      return [
        {
          conversation,
          asked,
          agent: { id: agent, name: names.get(agent) ?? '' },
          slots: slotsOf(workspace, agent),
          until: !offer || offer.autoAnswer ? null : at + offer.seconds * 1_000,
          event: this.#deps.newId(),
          summarised: workspace.ai.arrival,
        },
      ];
    });
    // Who signed out, or chose to be away, since they were looked at gets nothing.
    const mayHave = (agent: AgentRow): boolean => isRoutable(statusOf(agent, workspace, at), 'digital');
    const assigned = await this.#deps.store.assign(workspace.id, assignments, SYSTEM, at, { mayHave, waits });
    this.#tell(workspace.id, assigned);
    return assigned.length;
  }

  #tell(workspace: string, assigned: readonly Assigned[]): void {
    const { hub, metrics, now } = this.#deps;
    const queues = new Set<string>();
    for (const each of assigned) {
      tellAssigned(hub, each);
      metrics.assigned(each.row.queue.id, now() - each.row.waitingSince);
      if (each.row.phase !== 'waiting') queues.add(each.row.queue.id);
    }
    for (const queue of queues) hub.publish(topics.queues(workspace), { kind: 'moved', queue });
    void this.#deps.slots.tell(
      workspace,
      assigned.flatMap(({ row }) => row.agent?.id ?? row.offer?.agent.id ?? []),
    );
  }
}

function waitingOf(queue: QueueSettings | undefined, { id, priority, since, skills, refused }: WaitingRow): Waiting[] {
  if (!queue) return [];
  const refusedBy = new Map(Object.entries(refused));
  return [{ id, queue: matchingQueue(queue), priority, since, skills: skillsAsked(queue, skills), refusedBy }];
}

const matchingAgent = (workspace: WorkspaceSettings, row: AgentRow, at: number): MatchingAgent => ({
  id: row.id,
  skills: skillsOf(workspace, row.id),
  load: row.load,
  capacity: slotsOf(workspace, row.id),
  idleSince: row.idleSince,
  routable: isRoutable(statusOf(row, workspace, at), 'digital'),
});
