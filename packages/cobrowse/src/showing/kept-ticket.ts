import type { CobrowseTicket } from '@deskbell/protocol/cobrowse.js';
import { parse, stringify } from '../json.js';

/** What a page is shown by, kept for all tabs of the site and for the pages that come. */
export interface KeptTicket {
  readonly relay: string;
  /** The session's id. */
  readonly id: string;
  readonly ticket: string;
  /** The agent's name. */
  readonly agent: string;
  /** Until when it is good, by this browser's clock, ms. */
  readonly until: number;
  /** Whether the agent may click and type: what was allowed on one page holds on the next. */
  readonly control?: boolean;
}

/** Whoever wants to know whether there is one looks here, without this file: the launcher does. */
export const KEPT_AT = 'deskbell:cobrowse';

/** How long it is kept, ms: as long as a session lasts. Written out: the schemas beside the constant of the protocol are not for this browser. */
export const KEPT_FOR = 4 * 3_600_000;

// A browser that keeps nothing shows the page until the next one.
let here: string | null = null;

function read(): string | null {
  try {
    return localStorage.getItem(KEPT_AT) ?? here;
  } catch {
    return here;
  }
}

function write(value: string | null): void {
  here = null;
  try {
    if (value === null) localStorage.removeItem(KEPT_AT);
    else localStorage.setItem(KEPT_AT, value);
  } catch {
    here = value;
  }
}

/** What is shown now, if anything is. */
export function keptTicket(): KeptTicket | undefined {
  try {
    const kept = parse(read() ?? 'null') as KeptTicket | null;
    return kept && kept.until > Date.now() ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a ticket, in place of any other. */
export function keepTicket(relay: string, { session, ticket }: CobrowseTicket): KeptTicket {
  const kept = { relay, id: session.id, ticket, agent: session.agent.name, until: Date.now() + KEPT_FOR };
  write(stringify(kept));
  return kept;
}

/** Keeps with the ticket whether the agent may click and type. */
export function keepControl(id: string, control: boolean): void {
  const kept = keptTicket();
  if (kept?.id === id) write(stringify({ ...kept, control }));
}

/** It is over: nothing is kept of it, in no tab. Another session's is left. */
export function dropTicket(id: string): void {
  const kept = keptTicket();
  if (!kept || kept.id === id) write(null);
}
