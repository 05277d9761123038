import type { CustomerSession } from '@deskbell/client/customer.js';
import { settle } from '@deskbell/client/testing/settle.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { simulatedCustomer, type SimulatedCustomerOptions } from '@deskbell/client/testing/simulated-sessions.js';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import { fixture, html } from '@open-wc/testing';
import type { DeskbellChatWindow } from '../window/window.js';
import '../window/window.js';
// Fetched on demand by the window itself; here they are there before anybody asks.
import '../pre-chat/pre-chat.js';
import '@deskbell/parts/transcript/transcript.js';

/** A window with a real session on a simulated relay. */
export interface Shown {
  readonly relay: SimulatedRelay;
  readonly session: CustomerSession;
  readonly window: DeskbellChatWindow;
}

/** Lets the session hear what is on its way, and every element inside show it. */
export async function quiet(window: DeskbellChatWindow): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await settle();
    await window.updateComplete;
    await talkOf(window)?.updateComplete;
  }
}

/** A window that is on the page and was not opened yet. */
export async function hidden(relay = new SimulatedRelay(), options: SimulatedCustomerOptions = {}): Promise<Shown> {
  const session = simulatedCustomer(relay, options);
  const window = await fixture<DeskbellChatWindow>(
    html`<deskbell-chat-window site-key="site-key" .session=${session}></deskbell-chat-window>`,
  );
  await quiet(window);
  return { relay, session, window };
}

/** A window that the customer opened. */
export async function shown(relay?: SimulatedRelay, options?: SimulatedCustomerOptions): Promise<Shown> {
  const all = await hidden(relay, options);
  await all.window.show();
  await quiet(all.window);
  return all;
}

export const talkOf = (window: DeskbellChatWindow) => window.renderRoot.querySelector('deskbell-chat-talk');
export const formOf = (window: DeskbellChatWindow) => window.renderRoot.querySelector('deskbell-pre-chat');
export const composerOf = (window: DeskbellChatWindow) => talkOf(window)?.renderRoot.querySelector<DeskbellComposer>('deskbell-composer');
export const transcriptOf = (window: DeskbellChatWindow) => talkOf(window)!.renderRoot.querySelector('deskbell-transcript')!;

/** What is said of how things stand. */
export const banners = (window: DeskbellChatWindow) =>
  [...window.renderRoot.querySelectorAll('deskbell-banner')].map((banner) => banner.textContent.trim());

/** The line under the team's name. */
export const headline = (window: DeskbellChatWindow) => window.renderRoot.querySelector('.head p')!.textContent.trim();

/** The button of that name, as a screen reader says it. */
export const button = (root: ParentNode, name: string) =>
  [...root.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.textContent.trim()) === name);

/** Writes a message as the customer does, and waits till the relay has it. */
export async function say(window: DeskbellChatWindow, text: string): Promise<void> {
  const composer = composerOf(window)!;
  composer.value = text;
  composer.submit();
  await quiet(window);
}

/** Presses a key where the focus is. */
export function press(key: string): KeyboardEvent {
  let target = document.activeElement ?? document.body;
  while (target.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}
