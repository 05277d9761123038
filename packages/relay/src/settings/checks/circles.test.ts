import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testSettings } from '../../testing/settings.js';
import { checkWorkspace } from '../check-settings.js';
import { SettingsError } from '../faults.js';

const FLOWS = ['a', 'b', 'c', 'd', 'e'];
const QUEUES = ['front', 'back', 'pier', 'shop'];
const maybe = <T>(things: readonly T[]) => fc.option(fc.constantFrom(...things), { nil: undefined });
const idOf = (kind: string, ids: readonly string[], index: number): string => ids[index] ?? kind;

/** For each flow the queue it moves to, for each queue the flows that run there. */
const centre = fc.record({
  moves: fc.array(maybe(QUEUES), { minLength: FLOWS.length, maxLength: FLOWS.length }),
  runs: fc.array(fc.record({ noAgents: maybe(FLOWS), outOfHours: maybe(FLOWS) }), { minLength: QUEUES.length, maxLength: QUEUES.length }),
});

test('F4 flows are refused exactly when some conversation could go round in them for ever', () => {
  const [harbour] = testSettings().workspaces;
  fc.assert(
    fc.property(centre, ({ moves, runs }) => {
      const queues = runs.map(({ noAgents, outOfHours }, index) => ({
        id: idOf('queue', QUEUES, index),
        name: 'Q',
        ...(noAgents === undefined ? {} : { noAgents }),
        ...(outOfHours === undefined ? {} : { outOfHours }),
      }));
      const flows = moves.map((queue, index) => ({
        id: idOf('flow', FLOWS, index),
        steps: queue === undefined ? [{ do: 'end' }] : [{ do: 'queue', queue }],
      }));
      // Walked for more steps than there are flows, somebody can go on only in a circle.
      let walkers = new Set(FLOWS);
      for (let step = 0; step <= FLOWS.length; step += 1) {
        const next = [...walkers].flatMap((flow) => {
          const run = runs[QUEUES.indexOf(moves[FLOWS.indexOf(flow)] ?? '')];
          return [run?.noAgents, run?.outOfHours].filter((each) => each !== undefined);
        });
        walkers = new Set(next);
      }
      const check = () => checkWorkspace({ ...harbour, queues, flows }, []);
      if (walkers.size === 0) return void check();
      assert.throws(
        check,
        (fault) => fault instanceof SettingsError && fault.faults.every(({ reason }) => reason.includes('back to itself')),
      );
    }),
    { numRuns: 2_000 },
  );
});
