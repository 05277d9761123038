import assert from 'node:assert/strict';
import type { NewCallEvent } from '@deskbell/protocol/call-events.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { askAgent, askCustomer, dial } from '../asking.js';
import { stageOf, type Call } from '../call.js';
import { decideCall, decideForRelay, type Decided } from '../decide.js';
import { placeChanges, placesIn } from '../effects.js';
import type { AgentFacts, CallFacts } from '../facts.js';
import { askedCall, callAfter } from '../fold.js';
import { callDue } from '../losing.js';
import { CALL_STEPS, MAY, callStandingOf, type CallStepName } from '../may.js';
import type { CallActor, PersonStep, RelayStep } from '../steps.js';
import { BILLING, SALES, SECOND, SOUND, SYSTEM, named } from './scene.js';

const people = (role: CallActor['role'], ids: readonly string[]): CallActor[] => ids.map((id) => ({ id, name: id, role }));
export const AGENTS = people('agent', ['a1', 'a2', 'a3']);
export const LEADS = people('supervisor', ['s1', 's2', 's3', 's4', 's5']);
export const CUSTOMERS = people('customer', ['c1', 'c2', 'c3']);
const DESK = [...AGENTS, ...LEADS];
const ALL = [...DESK, ...CUSTOMERS];

/** One thing that somebody tries. The numbers choose among what there is, so that every number means something. */
export interface Try {
  readonly kind: 'ask' | 'do' | 'anything' | 'relay' | 'wait' | 'change';
  readonly which: number;
  readonly who: number;
  readonly what: number;
}

const pick = <T>(from: readonly T[], number: number): T | undefined => from[number % Math.max(1, from.length)];

/** Random numbers are mostly small ones, which would choose what comes first in a list: these are as likely to choose the last. */
const scattered = (number: number): number => Math.imul(number + 1, 0x9e3779b1) >>> 8;

/** A workspace in which people call, consult and leave in whatever order: all calls of it, and a ledger of slots that is kept by changes alone. */
export class World {
  now = 0;
  readonly calls = new Map<string, Call>();
  readonly seen = new Set<NewCallEvent['type']>();
  /** How many slots of each are taken, and how many calls lie over them, by what every change has said. */
  readonly ledger = new Map<string, { slots: number; busy: number }>(DESK.map(({ id }) => [id, { slots: 0, busy: 0 }]));
  private readonly away = new Set<string>();
  private readonly loaded = new Set<string>();

  /** Tries something; a refusal changes nothing, and says why. */
  try(attempt: Try): void {
    try {
      this.perform(attempt);
    } catch (fault) {
      if (!(fault instanceof RelayError)) throw fault;
      assert.ok(fault.code === 'not-found' || fault.message.length > 20, `${fault.code}: ${fault.message}`);
    }
  }

  open(): Call[] {
    return [...this.calls.values()].filter(({ state }) => state !== 'ended');
  }

  /** Lets time run till nothing is due any more, with nobody doing anything. */
  runDown(): void {
    for (const { id, legs } of this.open()) for (const { person } of legs) this.relay(id, { step: 'drop', person: person.id });
    for (let rounds = 0; rounds < 50; rounds += 1) {
      const next = Math.min(...this.open().map((call) => callDue(call) ?? Infinity));
      if (next === Infinity) return;
      this.now = Math.max(this.now, next);
      for (const { id } of this.open()) this.relay(id, { step: 'due' });
    }
    assert.fail('something is due without end');
  }

  private perform({ kind, which, who, what }: Try): void {
    if (kind === 'ask') return this.ask(which, what);
    if (kind === 'wait') {
      this.now += (what % 25) * SECOND;
      for (const { id } of this.open()) this.relay(id, { step: 'due' });
      return;
    }
    if (kind === 'change') return toggle(pick([this.away, this.loaded], what) ?? this.away, pick(DESK, who)?.id ?? '');
    const call = pick(kind === 'anything' ? [...this.calls.values()] : this.open(), which);
    if (!call) return;
    if (kind === 'relay') return this.relay(call.id, this.relayStep(call, who, what));
    const [actor, step] = (kind === 'do' ? pick(options(call), scattered(what)) : undefined) ?? [pick(ALL, who), pick(CALL_STEPS, what)];
    if (actor && step) this.take(call, decideCall(call, actor, told(call, step, who), this.facts(call.id), SYSTEM));
  }

  private ask(which: number, what: number): void {
    const id = `call ${String(this.calls.size)}`;
    const [agent, customer] = [pick(AGENTS, which), pick(CUSTOMERS, which)];
    if (!agent || !customer) return;
    const open = this.open().find((call) => call.customer.id === customer.id)?.id ?? null;
    const chat = {
      id: `chat ${customer.id}`,
      isActive: what % 5 !== 0,
      agent: named(agent),
      customer: named(customer),
      queue: SALES,
      call: open,
    };
    const wish = { id, kind: 'audio', media: SOUND } as const;
    // Of some calls nothing is recorded till somebody starts it.
    const facts = { ...this.facts(id), mayRecord: what % 7 < 4 };
    const asked = [
      () => askCustomer(wish, agent, chat, facts),
      () => askAgent(wish, customer, chat, SALES, open, facts),
      () => askAgent(wish, customer, undefined, BILLING, open, facts),
      () => dial(wish, agent, open === null ? named(customer) : { id: `+${id}`, name: id }, facts),
    ];
    const event = (pick(asked, what) ?? asked[0]!)();
    const call = askedCall(id, event);
    this.calls.set(id, call);
    this.seen.add('call.asked');
    this.enter(undefined, call);
  }

  private relayStep(call: Call, who: number, what: number): RelayStep {
    const on = pick(call.legs, who)?.person.id ?? '';
    const agent = named(pick(DESK, who) ?? DESK[0]!);
    const steps: RelayStep[] = [
      { step: 'offer', agent },
      { step: 'offer', agent },
      { step: 'drop', person: on },
      { step: 'withdraw' },
      { step: 'secure', form: `form ${String(who % 2)}`, on: what % 3 !== 0 },
    ];
    return pick(steps, what) ?? { step: 'due' };
  }

  private relay(id: string, step: RelayStep): void {
    const call = this.calls.get(id);
    if (call) this.take(call, decideForRelay(call, step, this.facts(id), SYSTEM));
  }

  private take(before: Call, { call, events }: Decided): void {
    assert.deepEqual(events.reduce(callAfter, before), call);
    for (const { type } of events) this.seen.add(type);
    this.calls.set(call.id, call);
    this.enter(before, call);
  }

  private enter(before: Call | undefined, after: Call): void {
    const { taken, freed, busy, idle } = placeChanges(before, after);
    const count = (ids: readonly string[], of: 'slots' | 'busy', by: number): void => {
      for (const id of ids) {
        const entry = this.ledger.get(id);
        assert.ok(entry, id);
        entry[of] += by;
      }
    };
    count(taken, 'slots', 1);
    count(freed, 'slots', -1);
    count(busy, 'busy', 1);
    count(idle, 'busy', -1);
  }

  private facts(of: string): CallFacts {
    return {
      now: this.now,
      agent: (id): AgentFacts | undefined => {
        const person = DESK.find((each) => each.id === id);
        const call = this.open().find((each) => placesIn(each).some((place) => place.id === id))?.id ?? null;
        const load = this.loaded.has(id) ? 1 : 0;
        return person && { ...person, available: !this.away.has(id), load, hasSlot: call === null || call === of, call };
      },
      queue: (id) => [SALES, BILLING].find((queue) => queue.id === id),
      offerFor: 20 * SECOND,
      mayRecord: true,
    };
  }
}

function toggle(set: Set<string>, id: string): void {
  if (!set.delete(id)) set.add(id);
}

/** What leads on to more, and so is tried more often than what ends it. */
const OFTEN: readonly CallStepName[] = ['accept', 'consult', 'swap', 'merge', 'forward', 'join', 'rejoin', 'resume'];

/** Who may do what by the table: what the limits and the facts say is found out by trying. */
const options = (call: Call): (readonly [CallActor, CallStepName])[] => {
  const stage = stageOf(call);
  return ALL.flatMap((actor) => {
    const standing = callStandingOf(call, actor);
    const may = CALL_STEPS.filter((step) => MAY[step][stage]?.includes(standing));
    return [...may, ...may.filter((step) => OFTEN.includes(step)), ...may.filter((step) => OFTEN.includes(step))].map(
      (step) => [actor, step] as const,
    );
  });
};

/** A step with what goes along with it, chosen by a number. */
function told({ recording }: Call, step: CallStepName, number: number): PersonStep {
  const agent = (pick(DESK, number) ?? DESK[0]!).id;
  if (step === 'accept' || step === 'join' || step === 'rejoin') return { step, media: SOUND };
  if (step === 'show') return { step, muted: number % 2 === 0 };
  if (step === 'consult') return { step, agent };
  if (step === 'forward') return number % 3 === 0 ? { step, agent } : { step };
  if (step === 'transfer') return { step, to: number % 3 === 0 ? { queue: BILLING.id } : { agent } };
  if (step === 'record') {
    const likely = recording.paused ? 'resume' : recording.on ? 'pause' : 'start';
    return { step, what: pick([likely, likely, 'start', 'pause', 'resume'] as const, number) ?? likely };
  }
  return { step };
}
