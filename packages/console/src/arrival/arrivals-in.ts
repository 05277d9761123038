import type { LogEventOf, SeenEvent, SummaryEvent } from '@deskbell/protocol/events.js';
import type { Named } from '@deskbell/protocol/people.js';

/** Somebody got a conversation. */
export interface Arrival {
  /** The `seq` of the event by which they got it. */
  readonly seq: number;
  /** Behind which event stands what they find: the transfer to the queue that they took it from, else the event itself. */
  readonly behind: number;
  readonly at: number;
  readonly agent: Named;
  /** What they find; undefined while it is being made, and where none was made. */
  readonly summary: SummaryEvent | undefined;
}

type Got = LogEventOf<'conversation.accepted'> | LogEventOf<'conversation.transferred'>;

const made = new WeakMap<readonly SeenEvent[], readonly Arrival[]>();

function find(events: readonly SeenEvent[]): readonly Arrival[] {
  const summaries = new Map(events.filter((event) => event.type === 'summary.added').map((event) => [event.of, event]));
  const moves = events.filter((event): event is Got => event.type === 'conversation.accepted' || event.type === 'conversation.transferred');
  return moves.flatMap((event, index): Arrival[] => {
    if (!event.agent) return [];
    const before = moves[index - 1];
    const isFromQueue = event.type === 'conversation.accepted' && before?.type === 'conversation.transferred' && !before.agent;
    const behind = isFromQueue ? before.seq : event.seq;
    return [{ seq: event.seq, behind, at: event.at, agent: event.agent, summary: summaries.get(event.seq) }];
  });
}

/** Who got a conversation when, oldest first. Found once for every log. */
export function arrivalsIn(events: readonly SeenEvent[]): readonly Arrival[] {
  const known = made.get(events) ?? find(events);
  made.set(events, known);
  return known;
}
