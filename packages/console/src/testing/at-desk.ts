import { fixture, html, nextFrame } from '@open-wc/testing';
import type { AgentSession } from '@deskbell/client/agent.js';
import { ManualClock } from '@deskbell/client/testing/manual-clock.js';
import { says, seed } from '@deskbell/client/testing/scenes.js';
import { settle } from '@deskbell/client/testing/settle.js';
import { simulatedAgent } from '@deskbell/client/testing/simulated-sessions.js';
import { simulateRelay, type SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { Ticker } from '@deskbell/parts/duration/ticker.js';
import type { Person } from '@deskbell/protocol/people.js';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { DeskbellDesk } from '../desk/desk.js';

/** A ticker that goes by a clock that is advanced by hand. */
export class ManualTicker implements Ticker {
  private readonly clock: ManualClock;
  private readonly listeners = new Set<() => void>();

  constructor(clock: ManualClock) {
    this.clock = clock;
  }

  now(): number {
    return this.clock.now();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async advance(ms: number): Promise<void> {
    await this.clock.advance(ms);
    this.listeners.forEach((call) => call());
    await calm();
  }
}

/** Counts how often it rang. */
export class CountingBell {
  on = true;
  rang = 0;

  ring(): Promise<void> {
    if (this.on) this.rang++;
    return Promise.resolve();
  }
}

/** Somebody at a desk in a page, with a relay in memory, and everything that a test turns. */
export interface AtDesk {
  readonly relay: SimulatedRelay;
  readonly session: AgentSession;
  readonly desk: DeskbellDesk;
  readonly ticker: ManualTicker;
  readonly bell: CountingBell;
}

export interface Circumstances {
  readonly listening?: boolean;
  /** What happened before the agent came. */
  readonly before?: (relay: SimulatedRelay) => void;
  /** The conversation that is open. */
  readonly selected?: (relay: SimulatedRelay) => string | undefined;
  /** What is done to the desk before it has its session. */
  readonly prepare?: (desk: DeskbellDesk) => void;
}

/** Lets everything settle that waits for nothing: the relay, the session, the elements, and their focus. */
export async function calm(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await settle();
    await nextFrame();
  }
}

export const customer = (id: string, name: string): Person => ({ id, name, role: 'customer', workspace: 'harbour' });

const LENA = customer('lena', 'Lena Hoffmann');

/** A customer comes and writes something. Returns the conversation's id. */
export function arrive(relay: SimulatedRelay, person = LENA): string {
  const id = seed(relay, { phase: 'waiting', customer: person, ago: 0 });
  says(relay, id, person, 'Anybody there?');
  return id;
}

/** A relay and an agent's session on it, not connected yet. */
export function relayAndAgent({ listening = true, before }: Circumstances = {}) {
  const clock = new ManualClock();
  const relay = simulateRelay({ clock, desk: { listening, responseTime: 120_000 } });
  before?.(relay);
  return { clock, relay, session: simulatedAgent(relay) };
}

/** Puts pieces on a desk whose agent has just come. */
export async function atDesk(pieces: TemplateResult, circumstances: Circumstances = {}): Promise<AtDesk> {
  localStorage.clear();
  const { clock, relay, session } = relayAndAgent(circumstances);
  const [ticker, bell] = [new ManualTicker(clock), new CountingBell()];
  const desk = await fixture<DeskbellDesk>(
    html`<deskbell-desk ${ref((element) => {
      if (element instanceof DeskbellDesk) circumstances.prepare?.(element);
    })} .session=${session} .ticker=${ticker} .bell=${bell} locale="en" color-scheme="light">${pieces}</deskbell-desk>`,
  );
  await calm();
  desk.select(circumstances.selected?.(relay));
  await calm();
  return { relay, session, desk, ticker, bell };
}

/** The first conversation of the relay in that phase. */
export const inPhase = (phase: string) => (relay: SimulatedRelay) =>
  [...relay.logs.values()].find(({ summary }) => summary.phase === phase)?.summary.id;

/** An element somewhere below, through every open shadow root; the first in the order of the page. */
// The type is what the caller knows about the selector, as with querySelector.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function find<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const [found] = findAll<T>(root, selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}

export function findAll<T extends Element = HTMLElement>(root: ParentNode, selector: string): T[] {
  const inside = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [];
  return [root, ...inside].flatMap((scope) =>
    [...scope.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(selector) ? [element as T] : []),
      ...(element.shadowRoot ? findAll<T>(element.shadowRoot, selector) : []),
    ]),
  );
}

/** A button by what is written on it, or by its label. */
export function button(root: ParentNode, name: string): HTMLButtonElement {
  const found = findAll<HTMLButtonElement>(root, 'button').find(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent).trim() === name,
  );
  if (!found) throw new Error(`there is no button "${name}"`);
  return found;
}

/** Presses keys somewhere; Alt with it unless something else is said. Returns the event, which tells whether they were taken. */
export function press(code: string, from: EventTarget, init: KeyboardEventInit = { altKey: true }): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { code, bubbles: true, composed: true, cancelable: true, ...init });
  from.dispatchEvent(event);
  return event;
}

/** What has the focus, through every open shadow root. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** What a screen reader has to read somewhere below, through every open shadow root, white space made one. */
export function textOf(root: Node): string {
  const children = [...(root instanceof Element && root.shadowRoot ? [root.shadowRoot] : []), ...root.childNodes];
  if (root instanceof Text) return root.data;
  if (root instanceof Element && (['STYLE', 'SCRIPT'].includes(root.tagName) || root.ariaHidden === 'true')) return '';
  return children.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}
