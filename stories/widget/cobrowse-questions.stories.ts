import { MAYA, ends, seed } from '@deskbell/client/testing/scenes.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { allowsCobrowse, endsCobrowse } from '@deskbell/client/testing/simulated-cobrowse.js';
import { simulatedCustomer } from '@deskbell/client/testing/simulated-sessions.js';
import { asksToSee } from '@deskbell/client/testing/simulated-showing.js';
import { until } from '@deskbell/cobrowse/testing/played.js';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';
import { DeskbellCobrowseCode } from '@deskbell/widget/cobrowse-code/code.js';
import { consent } from '@deskbell/widget/cobrowse/consent.js';
import { dress } from '@deskbell/widget/cobrowse/dress.js';
import { PLAIN_CSS, sheetOf } from '@deskbell/widget/cobrowse/plain-styles.js';
import { ask } from '@deskbell/widget/cobrowse/question.js';
import '@deskbell/widget/cobrowse-ask/cobrowse-ask.js';
import '@deskbell/widget/window/window.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

export default { title: 'Widget/Co-browse questions', parameters: { layout: 'fullscreen' } } satisfies Meta;

const site = () => {
  const element = document.createElement('div');
  element.setAttribute('color-scheme', getComputedStyle(document.documentElement).colorScheme);
  return element;
};

/** The question of the code, after what the relay says to one. */
const code = (refusal?: { readonly as: RefusalCode; readonly more?: { readonly retryAfter: number } }): StoryObj => ({
  render: () => html`<main>${new DeskbellCobrowseCode()}</main>`,
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('deskbell-cobrowse-code');
    if (!element) return;
    await dress(element, site());
    void element.enter('https://relay.example', 'shop');
    const root = element.shadowRoot;
    const [field, connect] = [root?.querySelector('input'), root?.querySelector<HTMLElement>('.main')];
    if (!refusal || !field) return;
    const relay = new SimulatedRelay();
    relay.refuseNext('/v1/cobrowse/redeem', refusal.as, refusal.more);
    const { fetch } = globalThis;
    globalThis.fetch = relay.fetch;
    field.value = '482193';
    connect?.click();
    globalThis.fetch = fetch;
    await until(() => root?.querySelector('[role=alert]')?.textContent !== '');
  },
});

export const Code = code();
export const CodeWrong = code({ as: 'not-found' });
export const CodeTooOften = code({ as: 'slow-down', more: { retryAfter: 3_600_000 } });
export const CodeTurnedOff = code({ as: 'wrong-role' });
export const CodeOffline = code({ as: 'unavailable' });

export const Consent: StoryObj = {
  render: () => html`<main><div class="asks"></div></main>`,
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement>('.asks');
    if (!element) return;
    await dress(element, site());
    const root = element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetOf(PLAIN_CSS)];
    void ask(root, consent('Ana Ruiz'));
  },
};

/** What came of it, in the chat. */
const card = (then: (relay: SimulatedRelay, conversation: string, session: string) => unknown = () => undefined): StoryObj => ({
  render: (_args, { globals }) => {
    const relay = new SimulatedRelay();
    const conversation = seed(relay, { messages: 3 });
    then(relay, conversation, asksToSee(relay, conversation));
    const window = document.createElement('deskbell-chat-window');
    window.siteKey = `story-${String(Math.random())}`;
    window.locale = String(globals.locale ?? 'en');
    window.session = simulatedCustomer(relay);
    void window.updateComplete.then(() => window.show());
    return window;
  },
});

export const Asked = card();
export const Shown = card((relay, _, session) => allowsCobrowse(relay, session, MAYA));
export const Refused = card((relay, _, session) => endsCobrowse(relay, session, MAYA, 'refused'));
export const TooLate = card((relay, _, session) => endsCobrowse(relay, session, MAYA, 'expired'));
export const Over = card((relay, _, session) => {
  allowsCobrowse(relay, session, MAYA);
  endsCobrowse(relay, session, MAYA);
});
export const OverWithTheChat = card((relay, conversation) => ends(relay, conversation, MAYA));
