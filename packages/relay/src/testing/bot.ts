import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { LogEventOf } from '@deskbell/protocol/events.js';
import { v7 } from 'uuid';
import type { BotSettings } from '../settings/schema/bot.js';
import type { WorkspaceInput } from '../settings/schema/workspace.js';
import { testRelay, type TestRelay, type TestRelayOptions } from './relay.js';
import { testSettings } from './settings.js';

export const BOT_SECRET = 'the secret of the AI agent, known to its server only';

/** What a bot was asked. */
export interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: {
    type: string;
    conversation: string;
    messages?: { id: string; by: string; text: string; attachments?: { name: string }[] }[];
  };
}

/** How a bot answers: with this JSON, or as it likes. */
export type Answer = object | ((response: ServerResponse) => void);

/** A real bot over HTTP, on this machine, that answers as a test says. */
export class TestBot {
  readonly asked: Asked[] = [];
  url = '';
  answer: (asked: Asked, time: number) => Answer | Promise<Answer> = () => ({ messages: [{ text: 'Yes?' }] });
  readonly #server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
      const text = Buffer.concat(parts).toString('utf8');
      const asked = { headers: request.headers, text, body: JSON.parse(text) as Asked['body'] };
      const answer = await this.answer(asked, this.asked.push(asked));
      if (typeof answer === 'function') (answer as (response: ServerResponse) => void)(response);
      else response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    })();
  });

  async listen(test: TestContext): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    this.url = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
    test.after(() => {
      this.#server.closeAllConnections();
      this.#server.close();
    });
    return this;
  }

  /** The settings of a workspace whose shop has this bot. */
  settings(more: Partial<BotSettings> = {}, queues: WorkspaceInput['queues'] = [{ id: 'front', name: 'Front desk' }]) {
    const [harbour] = testSettings().workspaces;
    const bot = { name: 'Assistant', secret: BOT_SECRET, url: this.url, allowPrivate: true, timeoutSeconds: 1, ...more };
    return { queues, sites: (harbour?.sites ?? []).map((site) => ({ ...site, bot })) };
  }
}

export const testBot = (test: TestContext): Promise<TestBot> => new TestBot().listen(test);

/** A relay whose shop has a bot. */
export const relayWithBot = async (test: TestContext, more: Partial<BotSettings> = {}, options: TestRelayOptions = {}) => {
  const bot = await testBot(test);
  const relay = await testRelay(test, { settings: bot.settings(more), ...options });
  return { bot, relay };
};

/** A customer who came, and whose coming the bot has been told of. */
export const came = async (relay: TestRelay) => {
  const customer = await relay.waiting('Cleo');
  await relay.settle();
  const say = (text: string) => customer.client.ask({ type: 'message.send', id: v7(), conversation: customer.conversation, text });
  return { ...customer, say };
};

/** What was said, and by whom. */
export const said = async (relay: TestRelay, conversation: string): Promise<string[]> =>
  (await relay.store.eventsAfter(conversation, 0, 100)).flatMap((event) =>
    event.type === 'message.sent' ? [`${event.by.role}: ${event.text}`] : [],
  );

/** The hand-overs of a conversation. */
export const handed = async (relay: TestRelay, conversation: string): Promise<LogEventOf<'bot.handed-over'>[]> =>
  (await relay.store.eventsAfter(conversation, 0, 100)).filter((event) => event.type === 'bot.handed-over');

/** It says again what it was told last. */
export const echo = (bot: TestBot): void => {
  bot.answer = ({ body }) => ({ messages: [{ text: `You said: ${body.messages?.at(-1)?.text ?? 'nothing'}` }] });
};
