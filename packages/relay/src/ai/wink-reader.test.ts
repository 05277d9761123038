import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readConversation } from './read-conversation.js';
import type { Said } from './reader.js';
import { WinkReader } from './wink-reader.js';

const customer = (text: string): Said => ({ from: 'customer', text });
const agent = (text: string): Said => ({ from: 'agent', text });

const LATE: readonly Said[] = [
  customer('Hello'),
  customer('my order 4711 has not arrived yet and I am really upset about it'),
  agent('Good morning. I am looking for it now, one moment please.'),
  agent('The parcel left our house on Thursday with the carrier.'),
  customer('This is terrible service. I would rather be refunded.'),
];
const INTENTS = [
  { name: 'Delivery', phrases: ['where is my order', 'not arrived'] },
  { name: 'Refund', phrases: ['refund', 'money back'] },
];

describe('INF 1 what is read without a model', () => {
  test('INF 1 the summary is made of what was said, in its order, each behind who said it', () => {
    const { summary } = readConversation({ said: LATE, intents: [] });
    const lines = summary.split('\n');
    assert.ok(lines.length >= 2 && lines.length <= 5, summary);
    const whole = LATE.map(({ text }) => text).join(' ');
    let last = -1;
    for (const line of lines) {
      const [, who, text = ''] = /^(Customer|Agent): (.*)$/.exec(line) ?? [];
      const at = whole.indexOf(text.replace(/\.$/, ''));
      assert.ok(at > last, line);
      last = at;
      assert.equal(who, LATE.find((said) => said.text.includes(text.replace(/\.$/, '')))?.from === 'agent' ? 'Agent' : 'Customer', line);
    }
    assert.match(summary, /Customer: my order 4711 has not arrived yet/);
  });

  test('INF 1 the mood is the customer’s, and the newest words count most', () => {
    const mood = (...said: Said[]) => readConversation({ said, intents: [] }).sentiment;
    assert.equal(mood(...LATE), 'negative');
    assert.equal(
      mood(...LATE, customer('Oh, it is here! That is wonderful, thank you so much, I love it.'), customer('Great, perfect.')),
      'positive',
    );
    assert.equal(mood(customer('I am very happy with it.'), agent('That is terrible, awful and horrible.')), 'positive');
    assert.equal(mood(customer('Can you tell me when the shop is open on Monday?')), 'neutral');
  });

  test('INF 1 where the language is not known there is no mood, and no summary out of nothing', () => {
    const german = [
      customer('Meine Bestellung ist noch nicht angekommen.'),
      customer('Können Sie bitte nachsehen, wo das Paket geblieben ist?'),
    ];
    const { sentiment, summary, intent } = readConversation({
      said: german,
      intents: [{ name: 'Lieferung', phrases: ['noch nicht angekommen'] }],
    });
    assert.deepEqual([sentiment, intent], [null, 'Lieferung']);
    assert.match(summary, /Customer: Meine Bestellung ist noch nicht angekommen\./);
    assert.deepEqual(readConversation({ said: [], intents: INTENTS }), { summary: '', intent: null, sentiment: null });
    assert.deepEqual(readConversation({ said: [customer('  ')], intents: INTENTS }), { summary: '', intent: null, sentiment: null });
  });

  test('INF 1 the intent is the one whose phrases the customer says most, in any form; agents’ words are none', () => {
    const intent = (...said: Said[]) => readConversation({ said, intents: INTENTS }).intent;
    assert.equal(intent(...LATE), 'Delivery');
    assert.equal(intent(customer('I was refunded once, refund me again')), 'Refund');
    assert.equal(intent(agent('Do you want a refund?'), customer('No')), null);
    assert.equal(intent(customer('refunding, it has not arrived')), 'Delivery');
    assert.equal(intent(customer('It has not. Arrived?'), customer('not'), customer('arrived')), null);
  });

  test('INF 1 whatever is said is read, and a summary stays short', () => {
    const odd = [
      '<script>alert(1)</script>',
      '😀'.repeat(500),
      'a'.repeat(50_000),
      '\u202eabc',
      '....',
      '? ? ?',
      'x\n\n\ny',
      '{"from":"agent"}',
    ];
    for (const text of odd)
      assert.ok(readConversation({ said: [customer(text)], intents: INTENTS }).summary.length <= 900, text.slice(0, 20));
    const long = Array.from({ length: 1_000 }, (_, index) =>
      customer(`Number ${String(index)} of my many orders ${'and another word '.repeat(30)} is late.`),
    );
    const { summary } = readConversation({ said: long, intents: [] });
    assert.ok(summary.length <= 900 && summary.isWellFormed());
  });
});

test('INF 1 the thread reads what it is asked, one after the other, and starts anew after its end', async (t) => {
  const reader = new WinkReader();
  t.after(() => reader.close());
  const [late, none] = await Promise.all([reader.read({ said: LATE, intents: INTENTS }), reader.read({ said: [], intents: [] })]);
  assert.deepEqual(late, readConversation({ said: LATE, intents: INTENTS }));
  assert.equal(none.summary, '');
  const cut = reader.read({ said: LATE, intents: [] });
  await Promise.all([assert.rejects(cut, /the thread that reads conversations ended/), reader.close()]);
  assert.deepEqual(await reader.read({ said: LATE, intents: INTENTS }), late);
});
