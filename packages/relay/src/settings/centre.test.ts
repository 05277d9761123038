import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isOpen } from '../domain/hours.js';
import { runFlow } from '../domain/flows.js';
import { testSettings } from '../testing/settings.js';
import { checkSettings } from './check-settings.js';
import { dispositionsOf } from './dispositions-of.js';
import { SettingsError } from './faults.js';
import type { WorkspaceInput } from './schema/workspace.js';

const checked = (change: Partial<WorkspaceInput>) => {
  const [first] = testSettings().workspaces;
  return checkSettings({ workspaces: [{ ...first, ...change }] }).workspaces[0]!;
};

/** The reasons by path within the workspace. */
const faultsOf = (change: object): Record<string, string> => {
  try {
    checked(change);
  } catch (fault) {
    assert.ok(fault instanceof SettingsError, String(fault));
    return Object.fromEntries(fault.faults.map(({ path, reason }) => [path.replace('workspaces[0].', ''), reason]));
  }
  return {};
};

/** A whole contact centre. */
const centre = {
  skills: [
    { id: 'de', name: 'German' },
    { id: 'returns', name: 'Returns' },
  ],
  people: [{ id: 'ana', name: 'Ana', skills: { de: 5 }, slots: { chat: 2 } }],
  slots: { chat: 4 },
  hours: [
    {
      id: 'office',
      timeZone: 'Europe/Berlin',
      week: {
        mon: [
          ['09:00', '12:00'],
          ['12:00', '17:30'],
        ],
        sun: [['00:00', '24:00']],
      },
      holidays: [{ date: '2026-12-25', name: 'Christmas' }],
    },
  ],
  queues: [
    {
      id: 'front',
      name: 'Front desk',
      members: ['ana', 'ben'],
      skills: { de: 3 },
      hours: 'office',
      maxWaitSeconds: 300,
      priority: 5,
      distribution: 'most-skilled',
      wrapUp: { mode: 'timed', seconds: 90 },
      dispositions: 'sale',
      noAgents: 'sorry',
      outOfHours: 'closed',
      offer: { mode: 'push', autoAnswer: true },
      greeting: 'Hello.',
    },
    { id: 'back', name: 'Back office' },
  ],
  statuses: [{ id: 'lunch', name: 'Lunch', tag: 'away' }],
  dispositions: [{ id: 'sale', name: 'Sales', codes: [{ id: 'sold', name: 'Sold' }], required: false }],
  systemDisposition: { id: 'late', name: 'Time was up' },
  transfers: { to: 'queues', enforceSkillMatch: true },
  snooze: { presets: [30] },
  loginPrepSeconds: 120,
  inactivitySeconds: 30,
  idleSeconds: 600,
  flows: [
    {
      id: 'sorry',
      steps: [
        { do: 'say', text: 'Nobody is free.' },
        { do: 'queue', queue: 'back' },
      ],
    },
    { id: 'closed', steps: [{ do: 'say', text: 'We are closed.' }, { do: 'end' }] },
  ],
} satisfies Partial<WorkspaceInput>;

test('S1 a workspace without any of it is as it was, with defaults', () => {
  const { queues, slots, transfers, snooze, systemDisposition, loginPrepSeconds, inactivitySeconds, idleSeconds, version } = checked({});
  assert.deepEqual(queues, [
    {
      id: 'front',
      name: 'Front desk',
      skills: {},
      priority: 0,
      distribution: 'longest-idle',
      wrapUp: { mode: 'immediate' },
      offer: { mode: 'pull', seconds: 20, autoAnswer: false },
    },
  ]);
  assert.deepEqual([slots, transfers], [{ chat: 3 }, { to: 'both', enforceSkillMatch: false, modifySkills: false }]);
  assert.deepEqual([snooze.presets.length, systemDisposition.id], [4, 'expired']);
  assert.deepEqual([loginPrepSeconds, inactivitySeconds, idleSeconds, version], [0, 60, 0, 0]);
});

test('S1 the demo’s document is valid', () => {
  const document: unknown = JSON.parse(readFileSync(new URL('../../../../demo/settings.json', import.meta.url), 'utf8'));
  assert.equal(checkSettings(document).workspaces.length, 1);
});

test('S1, RTG 1, STA 1, END 6 a whole centre is taken, and checked again it is the same', () => {
  const first = checked(centre);
  assert.deepEqual(checked(first), first);
  assert.deepEqual(first.queues[0]!.offer, { mode: 'push', seconds: 20, autoAnswer: true });
  assert.deepEqual(first.hours[0]!.week.tue, []);
  assert.deepEqual(first.hours[0]!.holidays[0]!.open, []);
});

test('END 6 a queue has its own dispositions, or the built-in ones', () => {
  const workspace = checked(centre);
  const codes = (queue: string) => dispositionsOf(workspace, queue).codes.map(({ id }) => id);
  assert.deepEqual(codes('front'), ['sold']);
  for (const queue of ['back', 'gone']) assert.deepEqual(codes(queue), ['resolved', 'abandoned', 'pending']);
});

test('H1, F1 hours and flows are run as they stand in the settings', () => {
  const { hours, flows } = checked(centre);
  assert.equal(isOpen(hours[0]!, Date.UTC(2026, 10, 23, 8)), true);
  assert.equal(isOpen(hours[0]!, Date.UTC(2026, 11, 25, 12)), false);
  assert.deepEqual(runFlow(flows[0]!).effects, [
    { type: 'say', text: 'Nobody is free.' },
    { type: 'move', queue: 'back' },
  ]);
});

test('S2 every id that is named has to be there', () => {
  const faults = faultsOf({
    ...centre,
    skills: [],
    hours: [],
    dispositions: [],
    flows: [{ id: 'sorry', steps: [{ do: 'queue', queue: 'nowhere' }] }],
  });
  assert.deepEqual(faults, {
    'queues[0].skills.de': 'names no skill of the workspace (it has none)',
    'queues[0].hours': 'names no hours of the workspace (it has none)',
    'queues[0].dispositions': 'names no disposition set of the workspace (it has none)',
    'queues[0].outOfHours': 'names no flow of the workspace (it has sorry)',
    'people[0].skills.de': 'names no skill of the workspace (it has none)',
    'flows[0].steps[0].queue': 'names no queue of the workspace (it has front, back)',
  });
});

test('S2 nothing is named twice, and nothing as what is built in', () => {
  const twice = <T>(things: T[]): T[] => [...things, ...things];
  const faults = faultsOf({
    ...centre,
    skills: twice(centre.skills),
    people: twice(centre.people),
    statuses: [{ id: 'away', name: 'Gone', tag: 'away' }],
    dispositions: [
      { id: 'sale', name: 'Sales', codes: twice([{ id: 'sold', name: 'Sold' }]) },
      { id: 'standard', name: 'Mine', codes: [{ id: 'a', name: 'A' }] },
    ],
    hours: [{ ...centre.hours[0], holidays: twice(centre.hours[0]!.holidays) }],
    queues: [{ ...centre.queues[0], members: ['ana', 'ben', 'ana'] }, centre.queues[1]],
  });
  assert.deepEqual(faults, {
    'skills[2].id': 'is the same as workspaces[0].skills[0].id',
    'skills[3].id': 'is the same as workspaces[0].skills[1].id',
    'people[1].id': 'is the same as workspaces[0].people[0].id',
    'queues[0].members[2]': 'is the same as workspaces[0].queues[0].members[0]',
    'hours[0].holidays[1].date': 'is the same as workspaces[0].hours[0].holidays[0].date',
    'dispositions[0].codes[1].id': 'is the same as workspaces[0].dispositions[0].codes[0].id',
    'dispositions[1].id': 'is the id of a built-in one',
    'statuses[0].id': 'is the id of a built-in one',
  });
});

test('F4 a flow that leads back to itself is refused with the whole circle, once', () => {
  const to = (id: string, queue: string) => ({ id, steps: [{ do: 'queue', queue }] });
  const queues = [
    { id: 'front', name: 'F', noAgents: 'a' },
    { id: 'back', name: 'B', outOfHours: 'b' },
    { id: 'own', name: 'O', noAgents: 'c' },
  ];
  assert.deepEqual(faultsOf({ queues, flows: [to('a', 'back'), to('b', 'front'), to('c', 'own')] }), {
    'flows[0]':
      'leads back to itself: "a" moves to the queue "back", whose outOfHours is "b"; "b" moves to the queue "front", whose noAgents is "a"',
    'flows[2]': 'leads back to itself: "c" moves to the queue "own", whose noAgents is "c"',
  });
  assert.deepEqual(
    faultsOf({ queues, flows: [to('a', 'back'), { id: 'b', steps: [{ do: 'end' }] }, { id: 'c', steps: [{ do: 'say', text: 'x' }] }] }),
    {},
  );
});

test('F4 nothing stands behind a step that moves or ends', () => {
  const faults = faultsOf({ flows: [{ id: 'a', steps: [{ do: 'end' }, { do: 'say', text: 'Who hears this?' }] }] });
  assert.match(faults['flows[0].steps'] ?? '', /behind one that moves or ends/);
});

test('S1, RTG 1 hours have a zone, days and times that there are, and spans that do not overlap', () => {
  const hours = (change: object) => faultsOf({ hours: [{ id: 'office', timeZone: 'UTC', week: {}, ...change }] });
  assert.deepEqual(hours({}), {});
  assert.match(hours({ timeZone: 'Europe/Atlantis' })['hours[0].timeZone'] ?? '', /Europe\/Berlin/);
  assert.match(hours({ week: { mon: [['24:00', '24:00']] } })['hours[0].week.mon[0][0]'] ?? '', /time like 09:30/);
  assert.match(hours({ week: { mon: [['9:00', '10:00']] } })['hours[0].week.mon[0][0]'] ?? '', /time like 09:30/);
  assert.match(hours({ week: { mon: [['22:00', '06:00']] } })['hours[0].week.mon[0]'] ?? '', /a night is two spans/);
  const overlapping = [
    ['12:00', '18:00'],
    ['09:00', '12:01'],
  ];
  assert.match(hours({ week: { mon: overlapping } })['hours[0].week.mon'] ?? '', /overlap/);
  for (const date of ['2026-02-29', '2026-13-01', '25.12.2026', '2026-1-1'])
    assert.match(hours({ holidays: [{ date, name: 'x' }] })['hours[0].holidays[0].date'] ?? '', /2026-12-25/, date);
  assert.deepEqual(hours({ holidays: [{ date: '2028-02-29', name: 'x', open: [['10:00', '24:00']] }] }), {});
});

test('S1 numbers have their limits, and the reason says them', () => {
  const faults = faultsOf({
    slots: { chat: -1 },
    loginPrepSeconds: 1.5,
    inactivitySeconds: 0,
    people: [{ id: 'ana', skills: { de: 6 } }],
    skills: centre.skills,
    queues: [{ id: 'front', name: 'F', priority: 10, wrapUp: { mode: 'timed', seconds: 0 } }],
  });
  assert.equal(faults['people[0].skills.de'], 'has to be a whole number from 1 to 5');
  assert.deepEqual(Object.keys(faults).sort(), [
    'inactivitySeconds',
    'loginPrepSeconds',
    'people[0].skills.de',
    'queues[0].priority',
    'queues[0].wrapUp.seconds',
    'slots.chat',
  ]);
});

test('S1 what the database could not keep is refused', () => {
  assert.match(Object.values(faultsOf({ people: [{ id: 'a\0b' }] }))[0] ?? '', /cannot be saved/);
});
