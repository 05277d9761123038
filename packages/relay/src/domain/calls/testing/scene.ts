import assert from 'node:assert/strict';
import type { NewCallEvent } from '@deskbell/protocol/call-events.js';
import type { Author, Named, Role } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { askAgent, askCustomer, dial, type CallChat } from '../asking.js';
import type { Call } from '../call.js';
import { decideCall, decideForRelay } from '../decide.js';
import type { AgentFacts, CallFacts } from '../facts.js';
import { askedCall, callAfter } from '../fold.js';
import type { CallActor, PersonStep, RelayStep } from '../steps.js';

const someone = (id: string, name: string, role: Role): CallActor => ({ id, name, role });
export const CLEO = someone('cleo', 'Cleo', 'customer');
export const ANA = someone('ana', 'Ana', 'agent');
export const BEN = someone('ben', 'Ben', 'agent');
export const EVE = someone('eve', 'Eve', 'agent');
export const SUE = someone('sue', 'Sue', 'supervisor');
export const SUPERVISORS = [SUE, ...['tom', 'uma', 'vic', 'wes'].map((id) => someone(id, id, 'supervisor'))];
export const SYSTEM: Author = { id: 'system', name: 'Deskbell', role: 'system' };
export const SALES: Named = { id: 'sales', name: 'Sales' };
export const BILLING: Named = { id: 'billing', name: 'Billing' };
export const SOUND = { audio: true, video: false };

export const named = ({ id, name }: Named): Named => ({ id, name });
export const SECOND = 1_000;

const IDLE: Omit<AgentFacts, 'id' | 'name' | 'role'> = { available: true, load: 0, hasSlot: true, call: null };

/** A call, those around it, and a clock that the test turns: what people do one after the other, and what is known of them meanwhile. */
export class Scene {
  now = 0;
  call: Call;
  readonly log: NewCallEvent[] = [];
  readonly known = new Map<string, AgentFacts>();
  mayRecord = true;

  constructor(ask: (facts: CallFacts) => Extract<NewCallEvent, { type: 'call.asked' }>, known: Record<string, Partial<AgentFacts>> = {}) {
    for (const person of [ANA, BEN, EVE, ...SUPERVISORS]) this.know(person, known[person.id]);
    const asked = ask(this.facts);
    this.log.push(asked);
    this.call = askedCall('call', asked);
  }

  get facts(): CallFacts {
    return {
      now: this.now,
      agent: (id) => this.known.get(id),
      queue: (id) => [SALES, BILLING].find((queue) => queue.id === id),
      offerFor: 30 * SECOND,
      mayRecord: this.mayRecord,
    };
  }

  know(person: CallActor, change: Partial<AgentFacts> = {}): this {
    this.known.set(person.id, { ...IDLE, ...person, ...change });
    return this;
  }

  after(milliseconds: number): this {
    this.now += milliseconds;
    return this;
  }

  does(actor: CallActor, step: PersonStep): this {
    return this.take(decideCall(this.call, actor, step, this.facts, SYSTEM));
  }

  relay(step: RelayStep): this {
    return this.take(decideForRelay(this.call, step, this.facts, SYSTEM));
  }

  /** The code and the sentence with which a step is refused; nothing changes. */
  refusal(actor: CallActor, step: PersonStep): readonly [code: string, detail: string] {
    return refusalOf(() => decideCall(this.call, actor, step, this.facts, SYSTEM));
  }

  /** The types of what happened last. */
  last(count: number): readonly string[] {
    return this.log.slice(-count).map(({ type }) => type);
  }

  private take({ call, events }: { readonly call: Call; readonly events: readonly NewCallEvent[] }): this {
    // What is kept is the log: the call is what it folds to.
    assert.deepEqual(events.reduce(callAfter, this.call), call);
    this.log.push(...events);
    this.call = call;
    return this;
  }
}

export function refusalOf(run: () => unknown): readonly [code: string, detail: string] {
  try {
    run();
  } catch (fault) {
    assert.ok(fault instanceof RelayError, String(fault));
    return [fault.code, fault.message];
  }
  return assert.fail('was not refused');
}

export const chat = (change: Partial<CallChat> = {}): CallChat => ({
  id: 'chat',
  isActive: true,
  agent: named(ANA),
  customer: named(CLEO),
  queue: SALES,
  call: null,
  ...change,
});

export const ASKED = { id: 'call', kind: 'audio', media: SOUND } as const;

/** Ana has asked Cleo, at whom it rings. */
export const ringing = (): Scene => new Scene((facts) => askCustomer(ASKED, ANA, chat(), facts));
/** Cleo has asked, and waits in the queue. */
export const waiting = (): Scene => new Scene((facts) => askAgent(ASKED, CLEO, undefined, SALES, null, facts));
/** Cleo has asked in the chat, and it rings at Ana. */
export const askedAna = (): Scene => new Scene((facts) => askAgent(ASKED, CLEO, chat(), SALES, null, facts));
/** Ana and Cleo talk. */
export const talking = (): Scene => ringing().does(CLEO, { step: 'accept', media: SOUND });
/** Ana has dialled Cleo, and they talk. */
export const dialled = (): Scene => new Scene((facts) => dial(ASKED, ANA, named(CLEO), facts)).does(CLEO, { step: 'accept', media: SOUND });
/** It rings at Ben, whom Ana consults. */
export const rings = (scene = talking()): Scene => scene.after(SECOND).does(ANA, { step: 'consult', agent: BEN.id });
/** Ana talks to Ben, and Cleo is on hold. */
export const consulting = (): Scene => rings().after(SECOND).does(BEN, { step: 'accept', media: SOUND });
/** The same, and Ana has swapped back to Cleo. */
export const swapped = (): Scene => consulting().does(ANA, { step: 'swap' });
/** All three talk. */
export const merged = (): Scene => consulting().after(SECOND).does(ANA, { step: 'merge' });
/** Ana, Cleo and so many supervisors talk. */
export function conference(supervisors = 1): Scene {
  const scene = talking();
  for (const supervisor of SUPERVISORS.slice(0, supervisors)) scene.after(SECOND).does(supervisor, { step: 'join', media: SOUND });
  return scene;
}
/** Nobody has it since Ana gave it to Ben. */
export const given = (): Scene => talking().does(ANA, { step: 'transfer', to: { agent: BEN.id } });
