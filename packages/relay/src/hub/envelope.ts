import type { RelayEvent } from '@deskbell/protocol/events.js';
import type { Side } from '@deskbell/protocol/people.js';
import { isAlikeForAll, seenBy } from '@deskbell/protocol/projection.js';
import type { Envelope, Told } from './hub.js';

/** What one side hears of a telling; null for nothing. Each kind has its line, so that a new one does not compile without. */
const HEARD: { [K in Told['kind']]: (told: Extract<Told, { kind: K }>, side: Side) => RelayEvent | null } = {
  logged: ({ event }, side) => seenBy(side, event),
  read: ({ conversation, read }) => ({ type: 'conversation.read', conversation, read }),
  typing: ({ conversation, by, on, side: typing }, side) =>
    typing === 'customer' && side === 'customer' ? null : { type: 'typing.changed', conversation, by, on },
  'form-reported': ({ conversation, form, filled, of }, side) =>
    side === 'agent' ? { type: 'form.reported', conversation, form, filled, of } : null,
  changed: ({ summary }, side) => (side === 'agent' ? { type: 'conversation.changed', conversation: summary } : null),
  listening: ({ on }, side) => (side === 'agent' ? { type: 'listening.changed', on } : null),
  status: ({ status }, side) => (side === 'agent' ? { type: 'status.changed', status } : null),
  'signed-out': () => null,
  settings: () => null,
  desk: ({ desk }, side) => (side === 'agent' ? { type: 'desk.changed', desk } : null),
  cobrowse: () => null,
  moved: () => null,
  missed: () => null,
};

/** What agents hear of that which is another agent's: that it went out of their sight, and nothing else. */
const heardByColleague = (told: Told): RelayEvent | null =>
  told.kind === 'changed' && told.taken ? { type: 'conversation.left', conversation: told.summary.id, seq: told.summary.seq } : null;

/** Written out once for each side that asks, and once for both where both see the same. */
export class LazyEnvelope implements Envelope {
  readonly told: Told;
  readonly #frames: { [T in Side | 'colleague']?: string | null } = {};

  constructor(told: Told) {
    this.told = told;
  }

  frame(side: Side | 'colleague'): string | null {
    const known = this.#frames[side];
    if (known !== undefined) return known;
    const hears = HEARD[this.told.kind] as (told: Told, side: Side) => RelayEvent | null;
    const heard = side === 'colleague' ? heardByColleague(this.told) : hears(this.told, side);
    const frame = heard && JSON.stringify(heard);
    this.#frames[side] = frame;
    if (this.told.kind === 'logged' && isAlikeForAll(this.told.event)) this.#frames[side === 'agent' ? 'customer' : 'agent'] = frame;
    return frame;
  }
}
