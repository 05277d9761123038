import type { AgentState } from '@deskbell/client/agent.js';
import { pageStorage, readKept, writeKept } from '../storage.js';

const KEPT = 5;

const isTargets = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');

const keyOf = (state: AgentState | undefined): string | undefined =>
  state?.desk && state.person
    ? `deskbell:transfers:${encodeURIComponent(state.desk.workspace.id)}:${encodeURIComponent(state.person.id)}`
    : undefined;

/** What the agent transferred to lately in this browser, the newest first. */
export function recentTargets(state: AgentState | undefined): string[] {
  const key = keyOf(state);
  return key === undefined ? [] : (readKept(pageStorage(), key, isTargets) ?? []);
}

export function rememberTarget(state: AgentState | undefined, target: string): void {
  const key = keyOf(state);
  if (key === undefined) return;
  const others = recentTargets(state).filter((each) => each !== target);
  writeKept(pageStorage(), key, [target, ...others].slice(0, KEPT));
}
