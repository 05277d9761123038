import assert from 'node:assert/strict';
import { test } from 'node:test';
import { came, handed, relayWithBot, said, type Answer } from '../testing/bot.js';

const HTML = (response: Parameters<Extract<Answer, (...given: never[]) => void>>[0]): void =>
  void response.setHeader('content-type', 'text/html').end('<h1>Hello</h1>');

/** How it goes wrong, and what agents are told of it. */
const BROKEN: readonly (readonly [string, string, Answer])[] = [
  ['a web page', 'malformed', HTML],
  ['an empty body', 'malformed', (response) => void response.end()],
  ['another shape', 'malformed', { messages: 'Hello' }],
  ['a text without words', 'malformed', { messages: [{ text: '  ' }] }],
  ['a mark beyond its text', 'malformed', { messages: [{ text: 'Hi', marks: [{ mark: 'bold', from: 0, to: 9 }] }] }],
  [
    'a script as a link',
    'malformed',
    { messages: [{ text: 'Hi', marks: [{ mark: 'link', from: 0, to: 2, href: 'javascript:alert(1)' }] }] },
  ],
  ['a fault', 'status', (response) => void response.writeHead(500).end('{}')],
  ['a way elsewhere', 'status', (response) => void response.writeHead(307, { location: 'http://127.0.0.1/secret' }).end()],
  [
    'half an answer',
    'unreachable',
    (response) => void response.writeHead(200, { 'content-length': '99' }).write('{"mess', () => response.destroy()),
  ],
  [
    'fifty megabytes',
    'too-large',
    (response) => {
      response.on('error', () => undefined);
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    },
  ],
  ['nothing, for too long', 'time-out', () => undefined],
];

for (const [how, why, answer] of BROKEN) {
  test(`BOT 1 B5 an AI agent that answers with ${how} is asked three times, then people go on`, async (t) => {
    const { bot, relay } = await relayWithBot(t, { greeting: 'Hello' });
    const ana = await relay.agent();
    const { conversation, say } = await came(relay);
    bot.answer = () => answer;
    await say('Is anybody there?');
    await relay.wait(60_000);
    assert.equal(bot.asked.length, 3);
    assert.deepEqual(new Set(bot.asked.map(({ headers }) => headers['webhook-id'])).size, 1);
    const [event] = await handed(relay, conversation);
    assert.equal(event?.failed, why);
    assert.deepEqual(await said(relay, conversation), ['bot: Hello', 'customer: Is anybody there?']);
    assert.equal((await ana.next('conversation.changed')).conversation.id, conversation);
    await relay.wait(60_000);
    assert.equal(bot.asked.length, 3);
  });
}

test('BOT 1 B5 one failure is no hand-over: it is asked again, and goes on', async (t) => {
  const { bot, relay } = await relayWithBot(t, { greeting: 'Hello' });
  const { conversation, say } = await came(relay);
  bot.answer = (_, time) => (time === 1 ? (response) => void response.writeHead(503).end() : { messages: [{ text: 'Back again' }] });
  await say('Hello?');
  await relay.wait(8_000);
  assert.deepEqual((await said(relay, conversation)).slice(1), ['customer: Hello?', 'bot: Back again']);
  const row = await relay.row(conversation);
  assert.deepEqual([row.phase, row.bot?.tries, row.awaitingSince], ['bot', 0, null]);
});

test('BOT 1 B6 within one\u2019s own network nothing is asked, unless the settings allow it', async (t) => {
  const { bot, relay } = await relayWithBot(t, { greeting: 'Hello', allowPrivate: false });
  const { conversation, say } = await came(relay);
  await say('Hello?');
  await relay.wait(60_000);
  assert.equal(bot.asked.length, 0);
  assert.equal((await handed(relay, conversation))[0]?.failed, 'forbidden-address');
});
