import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { callEventFor, callEventSchemas, type CallEventOf, type CallEventType } from './call-events.js';

const ana = { id: 'ana', name: 'Ana' };
const cleo = { id: 'cleo', name: 'Cleo' };
const media = { audio: true, video: false, screen: false, muted: false };
const offer = { agent: ana, until: 9 };
const logged = { conversation: 'c', seq: 1, id: 'e', at: 5, by: { ...ana, role: 'agent' } } as const;

/** One of each, and whether a customer is told of it. */
const EVENTS: { [T in CallEventType]: readonly [rest: Omit<CallEventOf<T>, keyof typeof logged | 'type'>, told: boolean] } = {
  'call.asked': [
    {
      chat: 'chat',
      kind: 'audio',
      origin: 'agent',
      customer: cleo,
      agent: ana,
      queue: null,
      media,
      ringsUntil: 9,
      offer: null,
      recorded: true,
    },
    true,
  ],
  'call.answered': [{ media }, true],
  'call.accepted': [{ agent: ana, supervisor: false, media }, true],
  'call.joined': [{ person: ana, media }, true],
  'call.left': [{ person: ana, role: 'agent', why: 'left' }, true],
  'call.passed': [{ agent: ana, holds: false }, true],
  'call.dropped': [{ person: ana, role: 'agent', until: 9 }, true],
  'call.rejoined': [{ person: ana, role: 'agent', media }, true],
  'call.held': [{ person: cleo, role: 'customer' }, true],
  'call.resumed': [{}, true],
  'call.shown': [{ person: cleo, role: 'customer', media }, true],
  'consult.asked': [{ target: ana, supervisor: false, until: 9 }, false],
  'consult.accepted': [{ media }, false],
  'consult.swapped': [{ to: 'customer' }, false],
  'consult.merged': [{ target: ana }, true],
  'consult.ended': [{ target: ana, why: 'left', holds: true }, false],
  'call.given': [{ queue: null, offer, warm: false }, false],
  'call.offered': [{ offer }, false],
  'call.offer-ended': [{ agent: ana, why: 'declined' }, false],
  'call.returned': [{ queue: ana }, true],
  'call.kept': [{}, false],
  'recording.started': [{}, true],
  'recording.paused': [{}, true],
  'recording.resumed': [{}, true],
  'secured.opened': [{ form: 'f' }, false],
  'secured.closed': [{ form: 'f' }, false],
  'call.ended': [{ why: 'agent', wrapUp: null }, true],
};

for (const type of Object.keys(callEventSchemas) as CallEventType[])
  test(`VOX 1 V20 ${type} reads as it was written, and a customer is ${EVENTS[type][1] ? '' : 'not '}told of it`, () => {
    const event = { type, ...logged, ...EVENTS[type][0] } as CallEventOf<CallEventType>;
    assert.deepEqual(v.parse(callEventSchemas[type], JSON.parse(JSON.stringify(event))), event);
    assert.deepEqual(callEventFor('customer', event), EVENTS[type][1] ? event : undefined);
    assert.deepEqual(callEventFor('agent', event), event);
  });

test('VOX 5 V20 of the leg of somebody who is consulted a customer is told nothing', () => {
  const person = { person: ana, role: 'consulted' } as const;
  for (const event of [
    { type: 'call.dropped', ...logged, ...person, until: 9 },
    { type: 'call.rejoined', ...logged, ...person, media },
    { type: 'call.shown', ...logged, ...person, media },
    { type: 'call.left', ...logged, ...person, why: 'lost' },
  ] as const)
    assert.deepEqual([callEventFor('customer', event), callEventFor('agent', event)], [undefined, event]);
});
