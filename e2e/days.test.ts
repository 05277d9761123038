import { describe, test } from 'node:test';
import fc from 'fast-check';
import { centreWith } from '../packages/relay/src/routing/testing/model-settings.js';
import { deed } from '../packages/relay/src/routing/testing/steps.js';
import { checkSettings } from '../packages/relay/src/settings/check-settings.js';
import { withoutNats } from '../packages/relay/src/testing/nats.js';
import { testSettings } from '../packages/relay/src/testing/settings.js';
import { Crew } from './crew.js';
import { Day, type Fault } from './day.js';
import { threeRelays } from './three-relays.js';

// The days of routing's model, with a real clock: on three relays, of which one is killed now and then, while NATS and PostgreSQL go and come.

const DAYS = Number(process.env.DESKBELL_DAYS ?? 1);
// The same day each time, so that a failure is the change's; it once went wrong.
const SEED = Number(process.env.DESKBELL_SEED ?? 46);

const CENTRE = centreWith({ offer: 2, wrapUp: 2, wait: 15, waitBehind: 6, prep: 1, inactivity: 3, idle: 6 });

const FAULTS = ['kill', 'kill', 'nats', 'database'] as const;

/** What happens in one part of a day, around a fault. */
const part = fc.record({
  first: fc.array(deed, { minLength: 12, maxLength: 18, size: 'max' }),
  before: fc.array(deed, { minLength: 6, maxLength: 6, size: 'max' }),
  meanwhile: fc.array(deed, { minLength: 6, maxLength: 6, size: 'max' }),
  then: fc.array(deed, { minLength: 6, maxLength: 12, size: 'max' }),
  relay: fc.nat(2),
});

const day = fc.tuple(
  fc.shuffledSubarray([...FAULTS], { minLength: FAULTS.length }),
  fc.array(part, { minLength: FAULTS.length, maxLength: FAULTS.length }),
);

describe('a centre on three relays', { skip: withoutNats }, () => {
  test('RTG 2, DLV 5, STA 5, SNZ 3, TRF, END: relays are killed, NATS and PostgreSQL start anew, and nothing is lost, twice, or with who may not have it', async (t) => {
    t.diagnostic(`DESKBELL_SEED=${SEED}`);
    const floor = await threeRelays(CENTRE);
    const { workspaces } = checkSettings(testSettings(CENTRE));
    for (const [faults, parts] of fc.sample(day, { seed: SEED, numRuns: DAYS })) {
      const crew = new Crew(floor.ways);
      t.after(() => crew.close());
      const work = new Day(floor, crew, workspaces[0]!);
      await crew.open();
      for (const [index, { first, before, meanwhile, then, relay }] of parts.entries()) {
        const mishaps: Record<(typeof FAULTS)[number], Fault> = {
          kill: { strike: () => floor.kill(relay), mend: () => floor.revive(relay) },
          nats: { strike: () => floor.nats.stop(), mend: () => floor.nats.start().then(() => floor.joined()) },
          database: { strike: () => floor.database.stop(), mend: () => floor.database.start() },
        };
        await work.work(first);
        await work.fail(mishaps[faults[index]!], before, meanwhile);
        await work.work(then);
        await work.rest();
      }
      crew.close();
    }
  });
});
