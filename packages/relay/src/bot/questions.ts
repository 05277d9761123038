import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { LogEvent } from '@deskbell/protocol/events.js';
import type { Deps } from '../deps.js';
import type { BotSettings } from '../settings/schema/bot.js';
import type { ConversationRow } from '../store/store.js';
import { parseAnswer, parseTranscript, type BotAnswer } from './bot-answer.js';

type Asking = Pick<Deps, 'store' | 'callBot'>;

/** The most that an AI agent is told of what was said: the newest. */
const LAST = 200;

interface Line {
  readonly id: string;
  readonly by: LogEvent['by']['role'];
  readonly text: string;
  readonly at: number;
  /** What came with it; the files themselves are not for an AI agent. */
  readonly attachments?: readonly Pick<Attachment, 'name' | 'type' | 'size'>[];
}

const linesOf = (events: readonly LogEvent[]): Line[] =>
  events.flatMap((event) => {
    if (event.type !== 'message.sent') return [];
    const { id, by, text, at, attachments } = event;
    const along = attachments && { attachments: attachments.map(({ name, type, size }) => ({ name, type, size })) };
    return [{ id, by: by.role, text, at, ...along }];
  });

/** What every question begins with: whom it is about. */
async function about({ store }: Asking, row: ConversationRow) {
  const [started] = await store.eventsAfter(row.id, 0, 1);
  const { page = null, email = null, answers = [] } = started?.type === 'conversation.started' ? started : {};
  const customer = await store.customer(row.workspace, row.customer.id);
  const whom = { id: row.customer.id, name: row.customer.name, email, externalId: customer?.externalId ?? null };
  return { conversation: row.id, site: row.site, customer: whom, page, answers };
}

/** Asks an AI agent what it says now (B1). Without a question of the customer it says its greeting, where it has one. Throws a BotFault. */
export async function askTurn(deps: Asking, row: ConversationRow, bot: BotSettings): Promise<BotAnswer> {
  const lines = linesOf(await deps.store.eventsBefore(row.id, row.seq + 1, LAST));
  const last = lines.findLast(({ by }) => by === 'customer');
  const isFirst = row.bot?.answered == null;
  const greeting = isFirst && bot.greeting ? [{ text: bot.greeting }] : [];
  if (greeting.length > 0 && !last) return { messages: greeting, collected: [] };
  // Asked already about everything: it was woken by something that is nobody's question.
  if (!isFirst && row.awaitingSince === null) return { messages: [], collected: [] };
  const body = { type: 'bot.turn', ...(await about(deps, row)), messages: lines };
  const answer = parseAnswer(await deps.callBot(bot.url ?? '', bot, last?.id ?? row.id, body));
  return { ...answer, messages: [...greeting, ...answer.messages] };
}

/** Asks for what was said to an AI agent elsewhere (B9). Throws a BotFault. */
export async function askTranscript(deps: Asking, row: ConversationRow, bot: BotSettings): Promise<ReturnType<typeof parseTranscript>> {
  const body = { type: 'bot.transcript', ...(await about(deps, row)) };
  return parseTranscript(await deps.callBot(bot.transcriptUrl ?? '', bot, row.id, body));
}
