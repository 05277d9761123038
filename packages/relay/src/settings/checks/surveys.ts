import { within, type Fault } from '../faults.js';
import type { WorkspaceSettings } from '../schema/workspace.js';

/** Queues whose flows ask how it was, and that have no survey to ask with (rule SV9). */
export function unaskedIn({ queues, flows }: WorkspaceSettings, at: string): Fault[] {
  const asking = new Set(flows.filter(({ steps }) => steps.some((step) => step.do === 'survey')).map(({ id }) => id));
  return queues.flatMap(({ survey, noAgents, outOfHours }, index): Fault[] => {
    const flow = [noAgents, outOfHours].find((id) => id !== undefined && asking.has(id));
    if (survey !== undefined || flow === undefined) return [];
    return [{ path: within(at, `queues[${String(index)}].survey`), reason: `is missing: its flow ${flow} has a step that sends one` }];
  });
}
