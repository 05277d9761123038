import { within, type Fault } from '../faults.js';
import type { QueueSettings, WorkspaceSettings } from '../schema/workspace.js';

type Way = 'noAgents' | 'outOfHours';

/** A flow moves a conversation to a queue, where another flow may run. */
interface Hop {
  readonly from: string;
  readonly queue: string;
  readonly way: Way;
  readonly to: string;
}

const waysOf = (queue: QueueSettings): { way: Way; to: string }[] =>
  (['noAgents', 'outOfHours'] as const).flatMap((way) => {
    const to = queue[way];
    return to === undefined ? [] : [{ way, to }];
  });

function hopsIn({ flows, queues }: WorkspaceSettings): Hop[] {
  return flows.flatMap(({ id: from, steps }) =>
    steps.flatMap((step) => {
      const queue = step.do === 'queue' ? queues.find(({ id }) => id === step.queue) : undefined;
      return queue ? waysOf(queue).map(({ way, to }) => ({ from, queue: queue.id, way, to })) : [];
    }),
  );
}

/** The shortest way from a flow back to itself. */
function circleOf(flow: string, hops: readonly Hop[]): readonly Hop[] | undefined {
  const seen = new Set<string>();
  let ways: (readonly Hop[])[] = hops.filter(({ from }) => from === flow).map((hop) => [hop]);
  while (ways.length > 0) {
    const circle = ways.find((way) => way.at(-1)?.to === flow);
    if (circle) return circle;
    ways = ways.flatMap((way) => {
      const end = way.at(-1)?.to ?? '';
      if (seen.has(end)) return [];
      seen.add(end);
      return hops.filter(({ from }) => from === end).map((hop) => [...way, hop]);
    });
  }
  return undefined;
}

const inWords = (circle: readonly Hop[]): string =>
  circle.map(({ from, queue, way, to }) => `"${from}" moves to the queue "${queue}", whose ${way} is "${to}"`).join('; ');

/** Flows that would send a conversation round for ever (rule F4), each circle once, in words. */
export function circlesIn(workspace: WorkspaceSettings, at: string): Fault[] {
  const hops = hopsIn(workspace);
  const told = new Set<string>();
  return workspace.flows.flatMap(({ id }, index) => {
    const circle = told.has(id) ? undefined : circleOf(id, hops);
    if (!circle) return [];
    for (const { from } of circle) told.add(from);
    return [{ path: within(at, `flows[${String(index)}]`), reason: `leads back to itself: ${inWords(circle)}` }];
  });
}
