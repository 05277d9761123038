import type { Manner } from '@deskbell/protocol/ai.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { MAX_TEXT } from '@deskbell/protocol/text.js';
import { redacted } from '../domain/redaction.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import type { AiStore } from '../store/ai-store.js';
import { CleanStream } from './clean-stream.js';
import type { Model } from './model.js';
import { assistPrompt, rewritePrompt, summaryPrompt, tokensOf, type Prompt } from './prompts.js';
import type { Said } from './reader.js';

/** The longest summary, in UTF-16 code units. */
export const MAX_SUMMARY = 2_000;

/** How much of a conversation a model is sent, the newest of it, in UTF-16 code units; and the most of one message. */
const MAX_SENT = 24_000;
const MAX_MESSAGE = 2_000;

const A_DAY = 86_400_000;

export interface WriterDeps {
  readonly model: Model;
  readonly store: AiStore;
  readonly now: () => number;
}

/** The newest of a conversation, redacted before anything is cut: half a card's number is not found any more. */
function sent(said: readonly Said[], patterns: readonly string[]): Said[] {
  const texts = redacted(
    said.map(({ text }) => text),
    patterns,
  );
  const kept: Said[] = [];
  let room = MAX_SENT;
  for (let index = said.length - 1; index >= 0 && room > 0; index--) {
    const text = (texts[index] ?? '').slice(0, Math.min(MAX_MESSAGE, room)).toWellFormed();
    room -= text.length;
    kept.unshift({ from: said[index]?.from ?? 'customer', text });
  }
  return kept;
}

/**
 * What a workspace has a model write, in clean plain text as it comes. Before anything is sent it is redacted, and its cost taken out of the
 * day's budget. Rejects with `budget-spent`, and with `model-away` also where the model writes nothing.
 */
export class Writer {
  readonly #deps: WriterDeps;

  constructor(deps: WriterDeps) {
    this.#deps = deps;
  }

  rewrite(settings: WorkspaceSettings, draft: string, how: Manner, signal: AbortSignal): AsyncGenerator<string, void, void> {
    const [text = ''] = redacted([draft], settings.ai.redact);
    return this.#write(settings, rewritePrompt(text, how), MAX_TEXT, signal);
  }

  assist(settings: WorkspaceSettings, said: readonly Said[], signal: AbortSignal): AsyncGenerator<string, void, void> {
    return this.#write(settings, assistPrompt(sent(said, settings.ai.redact)), MAX_TEXT, signal);
  }

  summarise(settings: WorkspaceSettings, said: readonly Said[], signal: AbortSignal): AsyncGenerator<string, void, void> {
    return this.#write(settings, summaryPrompt(sent(said, settings.ai.redact)), MAX_SUMMARY, signal);
  }

  async *#write({ id, ai }: WorkspaceSettings, prompt: Prompt, limit: number, signal: AbortSignal): AsyncGenerator<string, void, void> {
    const { model, store, now } = this.#deps;
    const at = now();
    const day = Math.floor(at / A_DAY);
    const asked = tokensOf(prompt.messages.map(({ content }) => content).join(''));
    const reserved = asked + prompt.maxTokens;
    if (!(await store.reserveTokens(id, day, reserved, ai.dailyTokens)))
      throw new RelayError('budget-spent', undefined, { retryAfter: (day + 1) * A_DAY - at });
    const clean = new CleanStream(limit);
    let [written, claimed] = [0, 0];
    try {
      for await (const piece of model.write({ ...prompt, signal })) {
        if ('tokens' in piece) claimed = piece.tokens;
        else {
          written += tokensOf(piece.text);
          const text = clean.take(piece.text);
          if (text) yield text;
          if (clean.isFull) break;
        }
      }
      if (clean.isEmpty) throw new RelayError('model-away', 'the model wrote nothing');
    } finally {
      // Who claims less than what came is not believed, nor who claims more than there could have been.
      const spent = Math.max(asked + Math.min(written, prompt.maxTokens), Math.min(claimed || 0, reserved));
      await this.#giveBack(id, day, reserved - spent);
    }
  }

  async #giveBack(workspace: string, day: number, tokens: number): Promise<void> {
    try {
      await this.#deps.store.returnTokens(workspace, day, tokens);
    } catch (fault) {
      // The database is away: what was not given back counts as spent, and what was written is good all the same.
      if (!(fault instanceof RelayError)) throw fault;
    }
  }
}
