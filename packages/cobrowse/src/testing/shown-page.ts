import type { CobrowseTicket, MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { keepTicket, keptTicket } from '../showing/kept-ticket.js';
import type { ShowingPhase } from '../showing/showing-state.js';
import { Showing } from '../showing/showing.js';
import { CustomerEnd } from './customer-end.js';

const RELAY = 'https://relay.example';
const RULES: MirrorRules = {
  masking: 'marked',
  mask: [],
  unmask: [],
  pages: [],
  patterns: [],
  parameters: [],
  canvas: true,
  control: true,
};
const { fetch } = globalThis;

export const ticketOf = (id: string): CobrowseTicket => ({
  ticket: `ticket to ${id}`,
  session: { id, state: 'allowed', agent: { id: 'ana', name: 'Ana Ruiz' }, conversation: null, begunAt: 0 },
});

interface Asked {
  readonly path: string;
  readonly bearer: string | null;
}

const open: Showing[] = [];

/** A page of a browser that shows its pages; the relay says what `answer` gives, and passes where it gives nothing. */
export function page({
  rules = {},
  frames = [],
  answer,
}: { rules?: Partial<MirrorRules>; frames?: readonly string[]; answer?: (asked: Asked) => Response | undefined } = {}) {
  const asked: Asked[] = [];
  globalThis.fetch = ((address: string, { headers }: RequestInit) => {
    const one = { path: new URL(address).pathname, bearer: new Headers(headers).get('authorization') };
    asked.push(one);
    const { session } = ticketOf('one');
    const said = () => Response.json({ session, pass: `pass ${String(asked.length)}`, rules: { ...RULES, ...rules } });
    return Promise.resolve(answer?.(one) ?? said());
  }) as typeof globalThis.fetch;
  const kept = keptTicket() ?? keepTicket(RELAY, ticketOf('one'));
  const ends: CustomerEnd[] = [];
  const showing = new Showing(kept, frames, (options) => {
    const end = new CustomerEnd(options);
    ends.push(end);
    return end;
  });
  open.push(showing);
  const phases: ShowingPhase[] = [];
  showing.subscribe(({ phase }) => {
    if (phases.at(-1) !== phase) phases.push(phase);
  });
  showing.start();
  return { showing, ends, asked, phases, end: () => ends.at(-1) as CustomerEnd };
}

/** As if the customer looked at something else, and here again. */
export function look(visible: boolean): void {
  Object.defineProperty(document, 'visibilityState', { value: visible ? 'visible' : 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** The customer comes to this tab. */
export const use = (): boolean => dispatchEvent(new Event('focus'));

/** Ends whatever a test began, and gives the browser back what it had. */
export function leavePages(): void {
  for (const showing of open.splice(0)) showing.stop();
  globalThis.fetch = fetch;
  localStorage.clear();
  Reflect.deleteProperty(document, 'visibilityState');
}
