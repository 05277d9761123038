import { within, type Fault } from '../faults.js';
import type { WorkspaceSettings } from '../schema/workspace.js';

/** Something that one part of the settings says of another. */
interface Reference {
  readonly path: string;
  readonly kind: 'queue' | 'skill' | 'hours' | 'disposition set' | 'flow' | 'survey';
  readonly id: string | undefined;
}

const idsIn = ({
  queues,
  skills,
  hours,
  dispositions,
  flows,
  surveys,
}: WorkspaceSettings): Record<Reference['kind'], readonly { id: string }[]> => ({
  queue: queues,
  skill: skills,
  hours,
  'disposition set': dispositions,
  flow: flows,
  survey: surveys,
});

const skillsOf = (path: string, skills: Readonly<Record<string, number>>): Reference[] =>
  Object.keys(skills).map((id) => ({ path: `${path}.skills.${id}`, kind: 'skill', id }));

function referencesIn({ queues, sites, people, flows }: WorkspaceSettings): Reference[] {
  return [
    ...queues.flatMap(({ skills, hours, dispositions, noAgents, outOfHours, survey }, index): Reference[] => {
      const path = `queues[${String(index)}]`;
      return [
        ...skillsOf(path, skills),
        { path: `${path}.hours`, kind: 'hours', id: hours },
        { path: `${path}.dispositions`, kind: 'disposition set', id: dispositions },
        { path: `${path}.noAgents`, kind: 'flow', id: noAgents },
        { path: `${path}.outOfHours`, kind: 'flow', id: outOfHours },
        { path: `${path}.survey`, kind: 'survey', id: survey },
      ];
    }),
    ...sites.map(({ queue }, index): Reference => ({ path: `sites[${String(index)}].queue`, kind: 'queue', id: queue })),
    ...people.flatMap(({ skills }, index) => skillsOf(`people[${String(index)}]`, skills)),
    ...flows.flatMap(({ steps }, index) =>
      steps.flatMap((step, each): Reference[] =>
        step.do === 'queue' ? [{ path: `flows[${String(index)}].steps[${String(each)}].queue`, kind: 'queue', id: step.queue }] : [],
      ),
    ),
  ];
}

/** What is named and is not there (rule S2). Members are not looked up: who is an agent is decided by the tokens. */
export function unknownIn(workspace: WorkspaceSettings, at: string): Fault[] {
  const known = idsIn(workspace);
  return referencesIn(workspace).flatMap(({ path, kind, id }) => {
    if (id === undefined || known[kind].some((each) => each.id === id)) return [];
    const there = known[kind].map((each) => each.id).join(', ') || 'none';
    return [{ path: within(at, path), reason: `names no ${kind} of the workspace (it has ${there})` }];
  });
}
