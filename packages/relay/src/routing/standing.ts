import type { Skills } from '@deskbell/protocol/conversation.js';
import type { Status } from '@deskbell/protocol/status.js';
import { AVAILABLE, AWAY, effectiveStatus, type AgentStatus, type ChosenStatus, type Layer } from '../domain/agent-status.js';
import { isFull, type Slots } from '../domain/slots.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import type { AgentRow } from '../store/agents-store.js';

type Settings = Pick<WorkspaceSettings, 'people' | 'slots' | 'statuses'>;

/** Of the channels so far chats alone take slots. */
const NONE: Slots = { chat: 0, email: 0, voice: 0 };

/** The chat slots of an agent: their own number, or the workspace's. */
export const slotsOf = ({ people, slots }: Settings, agent: string): number =>
  people.find(({ id }) => id === agent)?.slots.chat ?? slots.chat;

/** The most chat slots that anybody has. */
export const mostSlots = ({ people, slots }: Pick<Settings, 'people' | 'slots'>): number =>
  Math.max(slots.chat, ...people.map((person) => person.slots.chat ?? 0));

export const skillsOf = ({ people }: Settings, agent: string): Skills => people.find(({ id }) => id === agent)?.skills ?? {};

/** What an agent chose; a status that went from the settings counts as away. */
const chosenBy = ({ status }: AgentRow, { statuses }: Settings): ChosenStatus =>
  [AVAILABLE, AWAY, ...statuses].find(({ id }) => id === status) ?? { id: status, tag: 'away' };

/** An agent's status: what they chose, and what lies over it by what is known of them (rules A1 to A6). */
export function statusOf(row: AgentRow, settings: Settings, now: number): AgentStatus {
  const { seenUntil, prepUntil, idle, load, id } = row;
  const layers: Layer[] = [];
  if (seenUntil === null) layers.push('logged-out');
  else if (seenUntil <= now) layers.push('vanished');
  if (prepUntil !== null && prepUntil > now) layers.push('login-prep');
  if (idle) layers.push('idle');
  const isBusy = isFull('digital', { ...NONE, chat: load }, { ...NONE, chat: slotsOf(settings, id) });
  return { chosen: chosenBy(row, settings), layers: { digital: isBusy ? [...layers, 'full'] : layers, voice: layers } };
}

/** The same as consoles show it. */
export function statusFace(row: AgentRow, settings: Settings, now: number): Status {
  const status = statusOf(row, settings, now);
  const inPrep = status.layers.voice.includes('login-prep');
  return {
    chosen: row.status,
    digital: effectiveStatus(status, 'digital'),
    voice: effectiveStatus(status, 'voice'),
    prepUntil: inPrep ? row.prepUntil : null,
    load: row.load,
    slots: slotsOf(settings, row.id),
  };
}
