import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { topics } from '../hub/hub.js';
import type { AgentRow } from '../store/agents-store.js';
import { statusFace } from './standing.js';

type TellDeps = Pick<Deps, 'hub' | 'directory' | 'now'>;

/** Tells every console of an agent what their status is now. */
export function tellStatus({ hub, directory, now }: TellDeps, row: AgentRow): void {
  const settings = directory.workspace(row.workspace);
  if (settings) hub.publish(topics.agent(row.workspace, row.id), { kind: 'status', status: statusFace(row, settings, now()) });
}

/** Tells agents whose slots were taken or freed. Of one workspace one question is under way, and one more follows for all who came meanwhile. */
export class SlotTeller {
  readonly #deps: TellDeps & Pick<Deps, 'store' | 'log'>;
  readonly #next = new Map<string, { readonly agents: Set<string>; readonly told: Promise<void> }>();
  readonly #now = new Map<string, Promise<void>>();

  constructor(deps: TellDeps & Pick<Deps, 'store' | 'log'>) {
    this.#deps = deps;
  }

  /** Settles when they are told. That their number is late must not refuse what was done, so it never rejects. */
  tell(workspace: string, agents: Iterable<string>): Promise<void> {
    const ids = [...agents];
    if (ids.length === 0) return Promise.resolve();
    const next = this.#next.get(workspace) ?? this.#queue(workspace);
    for (const id of ids) next.agents.add(id);
    return next.told;
  }

  #queue(workspace: string): { agents: Set<string>; told: Promise<void> } {
    const before = this.#now.get(workspace) ?? Promise.resolve();
    const agents = new Set<string>();
    const told = before.then(() => this.#ask(workspace, agents));
    const next = { agents, told };
    this.#next.set(workspace, next);
    return next;
  }

  async #ask(workspace: string, agents: ReadonlySet<string>): Promise<void> {
    const asking = this.#tellThem(workspace, agents);
    this.#next.delete(workspace);
    this.#now.set(workspace, asking);
    await asking;
    if (this.#now.get(workspace) === asking) this.#now.delete(workspace);
  }

  async #tellThem(workspace: string, agents: ReadonlySet<string>): Promise<void> {
    const { store, log } = this.#deps;
    try {
      for (const row of await store.agents(workspace, [...agents])) tellStatus(this.#deps, row);
    } catch (fault) {
      if (!(fault instanceof RelayError)) log.error({ err: fault, workspace }, 'agents could not be told of their slots');
    }
  }
}
