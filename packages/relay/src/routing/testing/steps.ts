import * as fc from 'fast-check';

export const AGENTS = ['ana', 'ben', 'carl'] as const;
export const QUEUES = ['front', 'back', 'auto'] as const;
export const SITES = ['shop', 'kiosk'] as const;

export type Agent = (typeof AGENTS)[number];

/** What somebody does to a conversation. Which one is meant is a number: of their own ones with `own`, else of all that are open. */
interface ToOne {
  readonly by: Agent;
  readonly which: number;
  readonly own: boolean;
}

/** One thing that somebody does. */
export type Deed =
  | { readonly do: 'come'; readonly site: (typeof SITES)[number] }
  | { readonly do: 'say' | 'leave'; readonly customer: number }
  | { readonly do: 'sign-in' | 'vanish' | 'sign-out'; readonly by: Agent }
  | { readonly do: 'choose'; readonly by: Agent; readonly status: 'available' | 'away' }
  | ({ readonly do: 'accept' | 'reject' | 'write' | 'end' | 'dispose' | 'wake' } & ToOne)
  | ({ readonly do: 'snooze'; readonly seconds: number } & ToOne)
  | ({ readonly do: 'to-queue'; readonly queue: (typeof QUEUES)[number] } & ToOne)
  | ({ readonly do: 'to-agent'; readonly agent: Agent } & ToOne);

/** One thing that happens in a contact centre. Plain data, so that a run that failed can be kept as it was printed. */
export type Step =
  Deed | { readonly do: 'pass' | 'restart'; readonly seconds: number } | { readonly do: 'at-once'; readonly steps: readonly Step[] };

const agent = fc.constantFrom(...AGENTS);
const MOSTLY = fc.constantFrom(true, true, true, false);
const one = { by: agent, which: fc.nat(5), own: fc.boolean() };
const step = <D extends Step['do'], T extends object>(does: D | readonly D[], more: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record({ do: fc.constantFrom(...[does].flat()) as fc.Arbitrary<D>, ...more });

const command = fc.oneof(
  { weight: 4, arbitrary: step('come', { site: fc.constantFrom(...SITES) }) },
  { weight: 4, arbitrary: step(['say', 'say', 'leave'], { customer: fc.nat(9) }) },
  {
    weight: 12,
    arbitrary: step(['accept', 'accept', 'reject', 'write', 'write', 'end', 'end', 'dispose', 'wake'], { ...one, own: MOSTLY }),
  },
  { weight: 3, arbitrary: step('snooze', { ...one, own: MOSTLY, seconds: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: step('to-queue', { ...one, queue: fc.constantFrom(...QUEUES) }) },
  { weight: 2, arbitrary: step('to-agent', { ...one, agent }) },
  { weight: 4, arbitrary: step('choose', { by: agent, status: fc.constantFrom('available', 'available', 'away') }) },
  { weight: 1, arbitrary: step('sign-out', { by: agent }) },
) as fc.Arbitrary<Deed>;

/** What people do, one thing at a time. */
export const deed = fc.oneof(
  { weight: 24, arbitrary: command },
  { weight: 4, arbitrary: step(['sign-in', 'sign-in', 'vanish'], { by: agent }) },
) as fc.Arbitrary<Deed>;

const anyStep = fc.oneof(
  { weight: 28, arbitrary: deed },
  { weight: 4, arbitrary: step('pass', { seconds: fc.integer({ min: 1, max: 24 }) }) },
  { weight: 2, arbitrary: step('at-once', { steps: fc.array(command, { minLength: 2, maxLength: 4 }) }) },
  { weight: 1, arbitrary: step('restart', { seconds: fc.integer({ min: 0, max: 40 }) }) },
) as fc.Arbitrary<Step>;

/** A day at work: it begins with everybody there. */
export const days = fc
  .array(anyStep, { minLength: 40, maxLength: 80, size: 'max' })
  .map((steps): Step[] => [
    ...AGENTS.map((by): Step => ({ do: 'sign-in', by })),
    { do: 'pass', seconds: 6 },
    ...AGENTS.map((by): Step => ({ do: 'choose', by, status: 'available' })),
    ...steps,
  ]);
