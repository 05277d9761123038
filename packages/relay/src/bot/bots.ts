import { RelayError } from '@deskbell/protocol/refusals.js';
import type { Deps } from '../deps.js';
import { stepOfRelay } from '../domain/permissions.js';
import { topics } from '../hub/hub.js';
import { tellChanged } from '../routing/tell-changed.js';
import type { BotSettings } from '../settings/schema/bot.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import type { BotState, Change, Changed, ConversationRow } from '../store/store.js';
import { collectedIn, type BotAnswer } from './bot-answer.js';
import { MAX_TRIES, botAuthor, pauseAfter } from './bot-state.js';
import { BotFault } from './call-bot.js';
import { handOver, seekPeople } from './hand-over.js';
import { askTranscript, askTurn } from './questions.js';
import { recalled } from './recalled.js';

/** Calls that one relay has under way; what is due beyond them is left to the others, or to later. */
const MOST_AT_ONCE = 100;

/** How long after its time-out a call counts as lost, and with it the relay that made it, ms. */
const GRACE = 5_000;

type BotsDeps = Omit<Deps, 'askBot'>;

/** A call that is this relay's to make. */
interface Claim {
  readonly id: string;
  readonly row: ConversationRow;
  readonly state: BotState;
  readonly bot: BotSettings;
  readonly settings: WorkspaceSettings;
}

/** Nothing is to be done, or it is somebody else's to do. */
class Moot extends Error {
  override readonly name = 'Moot';
}

/**
 * Puts what customers say to AI agents (rules B1 to B9). What is due, and who is on it till when, stands in the conversation's row: a
 * relay claims it there, asks in the background, and saves the answer only if the claim still holds.
 */
export class Bots {
  readonly #deps: BotsDeps;
  readonly #running = new Map<string, Promise<void>>();
  #isStopped = false;

  constructor(deps: BotsDeps) {
    this.#deps = deps;
  }

  /** Claims what is due for a conversation, and asks. Settles when it is claimed, or not to be. */
  async ask(workspace: string, conversation: string): Promise<void> {
    if (this.#isStopped || this.#running.has(conversation)) return;
    if (this.#running.size >= MOST_AT_ONCE) throw new RelayError('slow-down');
    const claimed = this.#claim(workspace, conversation);
    const run = this.#run(claimed).finally(() => this.#running.delete(conversation));
    this.#running.set(conversation, run);
    await claimed;
  }

  /** Settles when no call is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.idle();
  }

  async #run(claimed: Promise<Claim | undefined>): Promise<void> {
    try {
      for (let claim = await claimed; claim; claim = await this.#next(claim)) await this.#perform(claim);
    } catch (fault) {
      // The database is away, or the claim does not hold any more: what is due is still due.
      if (!(fault instanceof RelayError || fault instanceof Moot)) this.#deps.log.error({ err: fault }, 'an AI agent could not be asked');
    }
  }

  /** What was written while it was asked. */
  async #next({ row }: Claim): Promise<Claim | undefined> {
    const now = await this.#deps.store.conversation(row.workspace, row.id);
    const isMore = now?.phase === 'bot' && now.bot?.tries === 0 && now.awaitingSince !== null;
    return isMore && !this.#isStopped ? this.#claim(row.workspace, row.id) : undefined;
  }

  async #claim(workspace: string, conversation: string): Promise<Claim | undefined> {
    const { store, directory, newId, now } = this.#deps;
    const settings = directory.workspace(workspace);
    let claim: Omit<Claim, 'row' | 'id'> | undefined;
    const id = newId();
    try {
      const { row } = await store.changeConversation(workspace, conversation, newId(), (before) => {
        const at = now();
        const bot = directory.site(before.site)?.bot;
        const state = before.bot;
        const isWanted = before.phase === 'bot' || state?.transcript === 'wanted';
        if (!state || !settings || !isWanted) throw new Moot();
        if (state.call && state.call.until > at) throw new Moot();
        // The site has no AI agent any more.
        if (!bot?.[before.phase === 'bot' ? 'url' : 'transcriptUrl']) return this.#giveUp(settings, before);
        const until = at + bot.timeoutSeconds * 1_000 + GRACE;
        claim = { settings, bot, state };
        return { row: { bot: { ...state, call: { id, until } } }, events: [], timers: { bot: until } };
      });
      if (claim) return { ...claim, id, row };
      if (row.phase === 'waiting') await this.#passOn({ row, events: await store.eventsAfter(row.id, row.seq - 1, 1), again: false });
    } catch (fault) {
      if (!(fault instanceof Moot || (fault instanceof RelayError && fault.code === 'not-found'))) throw fault;
    }
    return undefined;
  }

  #giveUp(settings: WorkspaceSettings, row: ConversationRow): Change {
    const { newId, now } = this.#deps;
    if (row.phase !== 'bot') return { row: { bot: null }, events: [], timers: { bot: null } };
    const by = { id: 'bot', name: '', role: 'bot' } as const;
    const over = { id: newId(), at: now(), by, collected: row.bot?.collected ?? [], failed: 'unreachable' } as const;
    return handOver(settings, row, stepOfRelay('pass', row), over);
  }

  async #perform(claim: Claim): Promise<void> {
    const isTurn = claim.row.phase === 'bot';
    try {
      if (isTurn) await this.#answer(claim);
      else await this.#recall(claim);
    } catch (fault) {
      if (!(fault instanceof BotFault)) throw fault;
      this.#deps.log.warn({ why: fault.why, cause: fault.cause, conversation: claim.row.id }, 'an AI agent did not answer as it should');
      await (isTurn ? this.#retry(claim, fault) : this.#retryTranscript(claim, fault));
    }
  }

  async #answer(claim: Claim): Promise<void> {
    const { bot, settings, row } = claim;
    const answer = await askTurn(this.#deps, row, bot);
    await this.#save(claim, (now, state, at) => {
      const collected = collectedIn(state.collected, answer.collected);
      const said = this.#said(answer, bot, at);
      const isOver = answer.handOver !== undefined;
      const isMore = now.seq > row.seq;
      const next = { ...state, answered: row.seq, tries: 0, call: null, collected };
      if (!isOver) {
        const awaitingSince = isMore ? now.awaitingSince : null;
        return { row: { bot: next, awaitingSince }, events: said, timers: { bot: isMore ? at : null } };
      }
      const over = { id: this.#deps.newId(), at, by: botAuthor(bot), collected, said: answer.handOver };
      const handed = handOver(settings, { ...now, bot: next }, stepOfRelay('pass', now), over);
      const awaitingSince = said.length > 0 && !isMore ? null : now.awaitingSince;
      return { ...handed, row: { ...handed.row, awaitingSince }, events: [...said, ...handed.events] };
    });
  }

  #said({ messages }: BotAnswer, bot: BotSettings, at: number): Change['events'] {
    const by = botAuthor(bot);
    return messages.map(({ text, marks }) => ({
      type: 'message.sent',
      id: this.#deps.newId(),
      at,
      by,
      text,
      ...(marks?.length && { marks: [...marks] }),
    }));
  }

  async #retry(claim: Claim, { why }: BotFault): Promise<void> {
    await this.#save(claim, (now, state, at) => {
      const tries = state.tries + 1;
      if (tries < MAX_TRIES) return { row: { bot: { ...state, tries, call: null } }, events: [], timers: { bot: at + pauseAfter(tries) } };
      const over = { id: this.#deps.newId(), at, by: botAuthor(claim.bot), collected: state.collected, failed: why };
      return handOver(claim.settings, now, stepOfRelay('pass', now), over);
    });
  }

  async #recall(claim: Claim): Promise<void> {
    const told = await askTranscript(this.#deps, claim.row, claim.bot);
    await this.#save(claim, (_, state, at) => recalled(state, claim.bot, { id: this.#deps.newId(), at }, told));
  }

  async #retryTranscript(claim: Claim, { why }: BotFault): Promise<void> {
    await this.#save(claim, (_, state, at) => {
      const tries = state.tries + 1;
      if (tries < MAX_TRIES) return { row: { bot: { ...state, tries, call: null } }, events: [], timers: { bot: at + pauseAfter(tries) } };
      return {
        row: { bot: { ...state, tries, call: null, transcript: 'missing' } },
        events: [{ type: 'transcript.missed', id: this.#deps.newId(), at, by: botAuthor(claim.bot), why }],
        timers: { bot: null },
      };
    });
  }

  /** Saves what came of a call, if it is still this relay's; tells of it. */
  async #save(claim: Claim, decide: (row: ConversationRow, state: BotState, at: number) => Change): Promise<void> {
    const { store, newId, now } = this.#deps;
    const { workspace, id } = claim.row;
    const changed = await store.changeConversation(workspace, id, newId(), (row) => {
      if (row.bot?.call?.id !== claim.id || (claim.row.phase === 'bot' && row.phase !== 'bot')) throw new Moot();
      return decide(row, row.bot, now());
    });
    await this.#passOn(changed);
  }

  async #passOn(changed: Changed): Promise<void> {
    const { row, events } = changed;
    const { hub } = this.#deps;
    if (row.phase === 'bot') for (const event of events) hub.publish(topics.conversation(row.id), { kind: 'logged', event });
    else if (events.length > 0) tellChanged(this.#deps, changed);
    if (events.some(({ type }) => type === 'bot.handed-over')) await seekPeople(this.#deps, changed);
  }
}
