import { msg, str } from '@lit/localize';
import type { AgentDestination, Destinations, QueueDestination } from '@deskbell/protocol/destinations.js';
import { formatLocale } from '@deskbell/parts/locale.js';
import { presenceName } from '../words/presence.js';

/** Something to transfer to, as it is listed. */
export interface Choice {
  readonly kind: 'queue' | 'agent';
  readonly id: string;
  /** Unique over both kinds. */
  readonly key: string;
  readonly name: string;
  readonly about: string;
  /** Why it cannot be chosen; empty where it can. */
  readonly why: string;
}

const number = (value: number): string => value.toLocaleString(formatLocale());

const ofQueue = ({ id, name, online, waiting }: QueueDestination): Choice => ({
  kind: 'queue',
  id,
  key: `queue ${id}`,
  name,
  about: msg(str`Queue · ${number(online)} signed in · ${number(waiting)} waiting`),
  why: '',
});

const ofAgent = ({ id, name, presence, load, slots }: AgentDestination): Choice => ({
  kind: 'agent',
  id,
  key: `agent ${id}`,
  name,
  about: msg(str`${presenceName(presence)} · ${number(load)} of ${number(slots)} slots taken`),
  why: presence === 'available' ? '' : presenceName(presence),
});

/** What is listed: recent ones first, then queues and agents, each by name; who cannot be chosen comes last. */
export function choicesOf(
  { queues, agents }: Destinations,
  recent: readonly string[],
  waiting: boolean,
  current: string | undefined,
): Choice[] {
  const own = waiting ? queues.filter(({ id }) => id !== current).map(ofQueue) : [...queues.map(ofQueue), ...agents.map(ofAgent)];
  const rank = ({ key, why }: Choice): number => {
    const at = recent.indexOf(key);
    return why ? Infinity : at < 0 ? recent.length : at;
  };
  const byName = new Intl.Collator(formatLocale()).compare;
  return own.sort((one, other) => {
    const [first, second] = [rank(one), rank(other)];
    return first === second ? (one.kind === other.kind ? byName(one.name, other.name) : one.kind === 'queue' ? -1 : 1) : first - second;
  });
}
