import type { BrowserContext, Page } from 'playwright-core';
import type { RecordedCall } from '../packages/cobrowse/src/testing/recorded-sink.js';
import type { Act, ActFault, AgentWord, CustomerWord } from '../packages/cobrowse/src/words.js';
import { serveMirrorPages } from './mirror-page.js';

const SCRIPT = `
import { FRAME } from '@deskbell/cobrowse/channel.js';
import { openChannel } from '@deskbell/cobrowse/link/channel.js';
import { recordedSink } from '@deskbell/cobrowse/testing/recorded-sink.js';
import { Decoder } from '@deskbell/cobrowse/wire/decoder.js';
globalThis.join = (relay) => {
  const { calls, sink } = recordedSink();
  const end = { calls, words: [] };
  end.say = (word) => channel.send(new Uint8Array([FRAME.word, ...new TextEncoder().encode(JSON.stringify(word))]));
  let decoder;
  const channel = openChannel({
    relay,
    side: 'agent',
    pass: () => globalThis.givePass(),
    listener: {
      met: () => (decoder = new Decoder(sink)),
      frame(frame) {
        if (frame[0] === FRAME.word) end.words.push(JSON.parse(new TextDecoder().decode(frame.subarray(1))));
        else if (decoder.read(frame) === 'taken') end.say({ type: 'ack', frame: decoder.frame });
      },
      parted: () => {},
      ended: () => {},
    },
  });
  globalThis.end = end;
};
`;

type Ends = typeof globalThis & {
  readonly end: { readonly calls: RecordedCall[]; readonly words: CustomerWord[]; say(word: AgentWord): void };
  join(relay: string): void;
};

/** An agent's end of a session with nothing of a console around it: it says what it likes, and keeps all that it is told. */
export interface HostileAgent {
  /** Every call of the mirror, and every word, as JSON. */
  heard(): Promise<string>;
  /** Waits till that was said. */
  hears(text: string): Promise<void>;
  say(word: AgentWord): Promise<void>;
  /** Does that to the last element of which that is true; what came of it. */
  act(wanted: { tag?: string; name?: string; value?: string }, act: (node: number) => Act): Promise<'done' | ActFault>;
}

/** Where such ends are opened: an origin that the relay must know as the agents' own. */
export const serveHostilePages = (): Promise<string> => serveMirrorPages(SCRIPT);

const nodeOf = (page: Page, wanted: Parameters<HostileAgent['act']>[0]): Promise<number | undefined> =>
  page.evaluate(({ tag, name, value }) => {
    const found = (globalThis as Ends).end.calls.filter((call) => {
      if (call[0] !== 'element' || (tag !== undefined && call[5] !== tag)) return false;
      const at = name === undefined ? 0 : call[6].findIndex((each, index) => index % 2 === 0 && each === name);
      return name === undefined || (at >= 0 && call[6][at + 1] === value);
    });
    return found.at(-1)?.[1] as number | undefined;
  }, wanted);

/** Joins a session by the agent's passes. */
export async function hostileAgent(
  context: BrowserContext,
  origin: string,
  relay: string,
  pass: () => Promise<string>,
): Promise<HostileAgent> {
  const page = await context.newPage();
  await page.exposeFunction('givePass', pass);
  await page.goto(origin);
  await page.waitForFunction(() => 'join' in globalThis);
  await page.evaluate((address) => (globalThis as Ends).join(address), relay);
  let id = 0;
  const say = (word: AgentWord): Promise<void> => page.evaluate((said) => (globalThis as Ends).end.say(said), word);
  return {
    heard: () => page.evaluate(() => JSON.stringify([(globalThis as Ends).end.calls, (globalThis as Ends).end.words])),
    async hears(text) {
      await page.waitForFunction((wanted) => {
        const { calls, words } = (globalThis as Ends).end;
        return JSON.stringify([calls, words]).includes(wanted);
      }, text);
    },
    say,
    async act(wanted, act) {
      const node = await nodeOf(page, wanted);
      if (node === undefined) throw new Error(`nothing in the mirror is ${JSON.stringify(wanted)}`);
      const mine = (id += 1);
      await say({ type: 'act', id: mine, act: act(node) });
      const answer = await page.waitForFunction((asked) => {
        const word = (globalThis as Ends).end.words.find((each) => (each.type === 'done' || each.type === 'refused') && each.id === asked);
        return word?.type === 'refused' ? word.why : word?.type;
      }, mine);
      return (await answer.jsonValue()) as 'done' | ActFault;
    },
  };
}
