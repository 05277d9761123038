import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { LiveEvent, SeenEvent } from './events.js';
import { parseCommand, parseEvent } from './parse.js';
import { RelayError, type RefusalCode } from './refusals.js';
import { commands } from './testing/arbitraries.js';
import { seenEvents } from './testing/events.js';
import { liveEvents } from './testing/live-events.js';
import { MAX_TEXT } from './text.js';

const ID = '0193f000-0000-7000-8000-000000000001';
const send = (text: unknown) => ({ type: 'message.send', id: ID, conversation: ID, text });

/** What came over the wire is plain JSON with prototypes of its own. */
const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const refusal = (value: unknown): RefusalCode => {
  try {
    parseCommand(value);
  } catch (fault) {
    assert.ok(fault instanceof RelayError, String(fault));
    assert.ok(fault.message.length < 300, 'the detail does not repeat what was sent');
    return fault.code;
  }
  return assert.fail(`was accepted: ${JSON.stringify(value)}`);
};

describe('round trips', () => {
  for (const [type, arbitrary] of Object.entries(commands)) {
    test(`${type} reads as it was written`, () => {
      fc.assert(
        fc.property(arbitrary as fc.Arbitrary<unknown>, (command) =>
          assert.deepEqual(parseCommand(overTheWire(command)), overTheWire(command)),
        ),
      );
    });
  }

  for (const [type, arbitrary] of [...Object.entries(seenEvents), ...Object.entries(liveEvents)] as [
    string,
    fc.Arbitrary<SeenEvent | LiveEvent>,
  ][]) {
    test(`${type} reads as it was told`, () => {
      fc.assert(fc.property(arbitrary, (event) => assert.deepEqual(parseEvent(overTheWire(event)), overTheWire(event))));
    });
  }
});

describe('hostile input', () => {
  test('anything that is no command is refused as malformed', () => {
    for (const value of [
      undefined,
      null,
      0,
      '',
      'ping',
      [],
      {},
      { type: 1 },
      { type: 'constructor' },
      { type: '__proto__' },
      { type: 'toString' },
      { type: 'message.sent' },
    ]) {
      assert.equal(refusal(value), 'malformed', JSON.stringify(value));
    }
  });

  test('random JSON never throws anything but a refusal', () => {
    const disguised = fc.tuple(fc.constantFrom(...Object.keys(commands)), fc.object()).map(([type, rest]) => ({ ...rest, type }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), disguised), (value) => {
        try {
          parseCommand(value);
        } catch (fault) {
          assert.ok(fault instanceof RelayError);
        }
      }),
    );
  });

  test('a text without an end is too long, also where nothing of it is left after cleaning', () => {
    assert.equal(refusal(send('a'.repeat(10_000_000))), 'too-long');
    assert.equal(refusal(send('a'.repeat(MAX_TEXT + 1))), 'too-long');
    assert.equal(refusal(send('\u0000'.repeat(20_000))), 'malformed');
    assert.equal(refusal(send(' \n ')), 'malformed');
  });

  test('controls, direction marks and lone surrogates are made harmless, markup stays text', () => {
    const cleaned = (raw: string) => (parseCommand(send(raw)) as { text: string }).text;
    assert.equal(cleaned('a\u0000b\u0007c\u009bd'), 'abcd');
    assert.equal(cleaned('one\r\ntwo\rthree'), 'one\ntwo\nthree');
    assert.equal(cleaned('\ud800x'), '\ufffdx');
    assert.equal(cleaned('<img src=x onerror=alert(1)>'), '<img src=x onerror=alert(1)>');
    const named = parseCommand({
      type: 'conversation.start',
      id: ID,
      conversation: ID,
      name: 'Eve\u202egnp.\nexe',
      answers: [{ field: 'topic', value: 'one\ntwo' }],
    });
    assert.ok(named.type === 'conversation.start');
    assert.equal(named.name, 'Evegnp. exe');
    assert.deepEqual(named.answers, [{ field: 'topic', value: 'one\ntwo' }]);
  });

  test('ids are lower-case UUIDs and nothing else', () => {
    for (const id of ['', '1', ID.toUpperCase(), `${ID}\n`, `${ID}'; drop table event`, 7, null]) {
      assert.equal(refusal({ ...send('x'), conversation: id }), 'malformed', String(id));
    }
  });

  test('numbers out of their range are refused', () => {
    for (const before of [0, -1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER, '1'])
      assert.equal(refusal({ type: 'history.fetch', conversation: ID, before }), 'malformed');
    assert.equal(refusal({ type: 'history.fetch', conversation: ID, before: 2, limit: 100_000 }), 'malformed');
    assert.equal(refusal({ type: 'conversation.follow', conversation: ID, after: -1 }), 'malformed');
  });

  test('keys that the protocol does not know do not get in', () => {
    assert.deepEqual(parseCommand({ ...send('x'), role: 'admin', workspace: 'other' }), send('x'));
  });
});

describe('a newer relay', () => {
  test('an unknown event is left alone', () => {
    assert.equal(parseEvent({ type: 'weather.changed', to: 'rain' }), undefined);
    assert.equal(parseEvent('hello'), undefined);
  });

  test('an unknown event of a log keeps its place', () => {
    const event = { type: 'message.translated', conversation: ID, seq: 4, emoji: '👍' };
    assert.deepEqual(parseEvent(event), { type: 'event.hidden', conversation: ID, seq: 4 });
    assert.deepEqual(parseEvent({ type: 'history.fetched', conversation: ID, before: 5, events: [event] }), {
      type: 'history.fetched',
      conversation: ID,
      before: 5,
      events: [{ type: 'event.hidden', conversation: ID, seq: 4 }],
    });
  });

  test('an unknown code of a refusal is read as internal', () => {
    assert.deepEqual(parseEvent({ type: 'refused', code: 'out-of-tea', detail: 'x' }), { type: 'refused', code: 'internal', detail: 'x' });
  });

  test('FRM 2 a form with a kind of field that is not known keeps its place and its name, and has no field', () => {
    const field = { name: 'where', label: 'Where', kind: 'map', required: true, masked: false };
    const logged = { type: 'form.sent', id: ID, conversation: ID, seq: 4, at: 1, by: { id: 'ana', name: 'Ana', role: 'agent' } };
    const form = { id: 'address', name: 'Your address', secured: false, fields: [field] };
    assert.deepEqual(parseEvent({ ...logged, form }), { ...logged, form: { ...form, id: '', fields: [] } });
    assert.deepEqual(parseEvent({ ...logged, form: 'x' }), { ...logged, form: { id: '', name: '', secured: false, fields: [] } });
  });

  test('a known event of the wrong shape is not taken', () => {
    assert.throws(() => parseEvent({ type: 'message.sent', conversation: ID, seq: 1 }));
    assert.throws(() => parseEvent({ type: 'session.renewed', expires: 'soon' }));
  });
});
