import * as fc from 'fast-check';
import { DISTRIBUTIONS, type MatchingAgent, type MatchingQueue, type Waiting } from '../matching-rows.js';

/** The moment at which the generated rows are matched; their times lie around it. */
export const NOW = 1_000;

const agentId = fc.integer({ min: 0, max: 11 }).map((number) => `a${number}`);
const skills = fc.dictionary(fc.constantFrom('french', 'billing', 'returns'), fc.integer({ min: 1, max: 3 }), {
  maxKeys: 3,
  noNullPrototype: true,
});
/** Few values, so that ties are common; some are a little ahead of the clock, as another relay's may be. */
const moment = fc.constantFrom(100, 200, 300, NOW, NOW + 5);

const queues: fc.Arbitrary<MatchingQueue[]> = fc
  .array(
    fc.record({
      members: fc.oneof(fc.constant('everybody' as const), fc.array(agentId, { maxLength: 8 })),
      distribution: fc.constantFrom(...DISTRIBUTIONS),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, id: `q${index}` })));

const agents: fc.Arbitrary<MatchingAgent[]> = fc.uniqueArray(
  fc.record({
    id: agentId,
    skills,
    load: fc.nat(3),
    capacity: fc.nat(4),
    idleSince: moment,
    routable: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

const waiting = (queue: fc.Arbitrary<MatchingQueue>): fc.Arbitrary<Waiting[]> =>
  fc
    .array(
      fc.record({
        queue,
        priority: fc.nat(2),
        since: moment,
        skills,
        refusedBy: fc
          .array(fc.tuple(agentId, fc.constantFrom(NOW - 1, NOW, NOW + 1, NOW + 50)), { maxLength: 6 })
          .map((rows) => new Map(rows)),
      }),
      { maxLength: 40 },
    )
    .map((rows) => rows.map((row, index) => ({ ...row, id: `c${index}` })));

/** Small and crowded rounds: ties, refusals, full and absent agents, queues that share members. */
export const rounds: fc.Arbitrary<{ waiting: Waiting[]; agents: MatchingAgent[] }> = queues.chain((all) =>
  fc.record({ waiting: waiting(fc.constantFrom(...all)), agents }),
);
