import type { AiStore } from './ai-store.js';
import { attempt } from './faults.js';
import type { Pool } from './pool.js';
import { RESERVE_TOKENS, RETURN_TOKENS } from './sql/reserve-tokens.js';

/** The part of the store that counts what models cost. */
export class AiTable implements AiStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async reserveTokens(workspace: string, day: number, tokens: number, budget: number): Promise<boolean> {
    const rows = await attempt(() => this.#pool.ask(RESERVE_TOKENS, [workspace, day, tokens, budget]));
    return rows.length > 0;
  }

  async returnTokens(workspace: string, day: number, tokens: number): Promise<void> {
    await attempt(() => this.#pool.ask(RETURN_TOKENS, [workspace, day, tokens]));
  }
}
