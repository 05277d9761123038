import type { AgentState } from '@deskbell/client/agent.js';
import type { ConversationSummary } from '@deskbell/protocol/conversation.js';

/** What happened between two states of a desk, for those who want to be told. */
export interface Changes {
  /** New in the waiting queue. */
  readonly arrived: readonly ConversationSummary[];
  /** Put to the agent. */
  readonly offered: readonly ConversationSummary[];
  /** Put to the agent till their time was up; they wait again. */
  readonly missed: readonly ConversationSummary[];
  /** Became the agent's own. */
  readonly accepted: readonly ConversationSummary[];
  /** The agent's own that came to their end. */
  readonly ended: readonly ConversationSummary[];
  /** Left the agent's own as they were over and done with. */
  readonly closed: readonly ConversationSummary[];
  /** Left the agent's own and went on: to a queue, or to a colleague. */
  readonly transferred: readonly ConversationSummary[];
  /** The agent's own in which the customer wrote. */
  readonly written: readonly ConversationSummary[];
}

type Lists = Pick<AgentState, 'waiting' | 'offers' | 'ongoing' | 'desk' | 'left'>;

/** How far the relay's clock may be ahead of what is thought of it, ms: at most what its first answer took to come. */
const SLACK = 1_000;

const byId = (list: readonly ConversationSummary[]) => new Map(list.map((row) => [row.id, row]));

const isNewLine = (row: ConversationSummary, before: ConversationSummary | undefined): boolean =>
  before !== undefined && row.lastLine?.by === 'customer' && row.lastLine.at > (before.lastLine?.at ?? 0);

/**
 * Compares two states, the second of `now`, ms by the relay's clock. Nothing happened before the relay answered for the first time: that tray
 * is where it begins.
 */
export function changesBetween(before: Lists, after: Lists, now: number): Changes {
  const [waiting, offers, ongoing] = [byId(before.waiting), byId(before.offers), byId(before.ongoing)];
  const [waits, own] = [byId(after.waiting), byId(after.ongoing)];
  const isStart = !before.desk;
  const left = before.ongoing.filter((row) => !own.has(row.id)).map((row) => after.left.get(row.id) ?? row);
  // What left while nobody was connected is as it was seen last: in wrap-up it was closed, and else somebody else has it.
  const isOver = ({ phase }: ConversationSummary): boolean => phase === 'closed' || phase === 'wrapUp';
  const fresh = isStart ? [] : after.ongoing.filter((row) => !ongoing.has(row.id));
  return {
    arrived: isStart ? [] : after.waiting.filter((row) => !waiting.has(row.id) && !offers.has(row.id)),
    offered: after.offers.filter((row) => !offers.has(row.id)),
    missed: before.offers.filter(({ id, offer }) => waits.has(id) && (offer?.until ?? 0) - now < SLACK),
    accepted: fresh.filter((row) => row.phase === 'active'),
    ended: after.ongoing.filter((row) => row.phase === 'wrapUp' && ongoing.get(row.id)?.phase === 'active'),
    closed: left.filter(isOver),
    transferred: left.filter((row) => !isOver(row)),
    written: after.ongoing.filter((row) => isNewLine(row, ongoing.get(row.id))),
  };
}
