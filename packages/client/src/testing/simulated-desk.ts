import { LIMITS } from './simulated-files.js';
import type { AgentDestination, Destinations } from '@deskbell/protocol/destinations.js';
import type { Desk, DeskFace } from '@deskbell/protocol/site.js';
import { EXPIRED } from '@deskbell/protocol/conversation.js';
import type { Presence, Status } from '@deskbell/protocol/status.js';

/** A workspace with one queue, as a simulated relay has it unless it is told otherwise. */
export const DESK: Desk = {
  workspace: { id: 'harbour', name: 'Harbour & Pine' },
  queues: [
    {
      id: 'shop',
      name: 'Shop',
      members: null,
      dispositions: ['Resolved', 'Abandoned', 'Pending'].map((name) => ({ id: name.toLowerCase(), name })),
      required: true,
      autoAnswer: false,
      survey: null,
    },
  ],
  listening: true,
  responseTime: 120_000,
  statuses: [],
  systemDisposition: { id: EXPIRED, name: 'Time expired' },
  skills: [],
  engagement: [],
  actions: [],
  panels: [],
  forms: [],
  reveal: { by: 'everyone', reason: false },
  snoozePresets: [15, 60, 240, 1_440],
  transfers: { to: 'both', modifySkills: false },
  responses: null,
  ai: { rewrite: false, assist: false, summary: false, arrival: false },
  files: LIMITS,
};

/** What every console knows of it. */
export function faceOf(desk: Desk): DeskFace {
  const { listening: _, ...face } = desk;
  return face;
}

/** Agents' statuses, as they chose them and as a script lays over. */
export class SimulatedStatuses {
  readonly #chosen = new Map<string, string>();
  /** What the system lays over an agent's choice. */
  readonly laid = new Map<string, Presence>();
  /** When login prep is over, by agent. */
  readonly prepUntil = new Map<string, number>();

  choose(agent: string, status: string): void {
    this.#chosen.set(agent, status);
    this.laid.delete(agent);
  }

  of(agent: string, { listening, statuses }: Desk, load: number): Status {
    const chosen = this.#chosen.get(agent) ?? (listening ? 'available' : 'away');
    const tag = chosen === 'available' || chosen === 'away' ? chosen : (statuses.find(({ id }) => id === chosen)?.tag ?? 'away');
    const prepUntil = this.prepUntil.get(agent) ?? null;
    const presence = this.laid.get(agent) ?? (prepUntil === null ? tag : 'login-prep');
    return { chosen, digital: presence, voice: presence, prepUntil, load, slots: 3 };
  }
}

/** The answer to `/v1/destinations`. */
export function destinationsIn(desk: Desk, colleagues: readonly AgentDestination[], search: string): Destinations {
  const matches = ({ name }: { name: string }): boolean => name.toLowerCase().includes(search.toLowerCase());
  const { to } = desk.transfers;
  return {
    queues: to === 'agents' ? [] : desk.queues.filter(matches).map(({ id, name }) => ({ id, name, online: 2, waiting: 0 })),
    agents: to === 'queues' ? [] : colleagues.filter(matches),
  };
}
