import type { Named } from '@deskbell/protocol/people.js';
import type { AgentChange, AgentRow, AgentsStore } from './agents-store.js';
import { FileTable } from './file-table.js';
import type { Asker } from './database.js';
import { attempt } from './faults.js';
import type { Pool, Transaction } from './pool.js';
import { FIND_AGENT } from './sql/find-agent.js';
import { KNOW_AGENT } from './sql/know-agent.js';
import { LIST_AGENTS, LIST_READY_AGENTS } from './sql/list-agents.js';
import { LIST_THESE_AGENTS } from './sql/list-these-agents.js';
import { LOCK_AGENTS } from './sql/lock-agents.js';
import { SEE_AGENTS } from './sql/see-agents.js';
import { UPDATE_AGENT } from './sql/update-agent.js';

export interface AgentRecord {
  workspace: string;
  id: string;
  name: string;
  status: string;
  idle: boolean;
  prep_until: number | null;
  idle_since: number;
  seen_until: number | null;
  load: number;
  ongoing: number;
}

// Field by field: spread, it took most of the time of a look at two hundred agents.
export const toAgent = (record: AgentRecord): AgentRow => ({
  workspace: record.workspace,
  id: record.id,
  name: record.name,
  status: record.status,
  idle: record.idle,
  prepUntil: record.prep_until,
  idleSince: record.idle_since,
  seenUntil: record.seen_until,
  load: record.load,
  ongoing: record.ongoing,
});

async function find(asker: Asker, workspace: string, id: string): Promise<AgentRow | undefined> {
  const [record] = await asker.ask<AgentRecord>(FIND_AGENT, [workspace, id]);
  return record && toAgent(record);
}

/** Locks an agent till the end of the transaction, and tells what they have then. */
export async function lockAgent(tx: Asker, workspace: string, id: string): Promise<AgentRow | undefined> {
  const [, agent] = await Promise.all([tx.ask(LOCK_AGENTS, [workspace, [id]]), find(tx, workspace, id)]);
  return agent;
}

export function updateAgent(tx: Transaction, { workspace, id, name, status, idle, prepUntil, idleSince, seenUntil }: AgentRow): void {
  tx.write(UPDATE_AGENT, [workspace, id, name, status, idle, prepUntil, idleSince, seenUntil]);
}

/** The agents' part of the store. */
export class AgentTable extends FileTable implements AgentsStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  agent(workspace: string, id: string): Promise<AgentRow | undefined> {
    return attempt(() => find(this.#pool, workspace, id));
  }

  agents(workspace: string, ids?: readonly string[]): Promise<AgentRow[]> {
    const [statement, parameters] = ids ? [LIST_THESE_AGENTS, [workspace, ids]] : [LIST_AGENTS, [workspace]];
    return attempt(async () => (await this.#pool.ask<AgentRecord>(statement, parameters)).map(toAgent));
  }

  readyAgents(workspace: string, below: number): Promise<AgentRow[]> {
    return attempt(async () => (await this.#pool.ask<AgentRecord>(LIST_READY_AGENTS, [workspace, below])).map(toAgent));
  }

  changeAgent({ workspace, id, name }: Named & { workspace: string }, decide: (row: AgentRow) => AgentChange | null): Promise<AgentRow> {
    return attempt(() =>
      this.#pool.transact(async (tx) => {
        const [, row] = await Promise.all([tx.ask(KNOW_AGENT, [workspace, id, name]), lockAgent(tx, workspace, id)]);
        if (!row) throw new Error(`the row of agent ${id} went while it was looked at`);
        const change = decide(row);
        if (!change) return row;
        const next = { ...row, ...change };
        updateAgent(tx, next);
        return next;
      }),
    );
  }

  async seeAgents(agents: readonly { workspace: string; id: string }[], until: number): Promise<void> {
    if (agents.length === 0) return;
    await attempt(() => this.#pool.ask(SEE_AGENTS, [agents.map(({ workspace }) => workspace), agents.map(({ id }) => id), until]));
  }
}
