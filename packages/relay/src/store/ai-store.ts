/** The part of the store that counts what models cost, over all relays. */
export interface AiStore {
  /**
   * Takes tokens out of a workspace's budget before they are spent. Resolves with false, and takes nothing, where they would go beyond it.
   * @param day - Days since 1970, UTC.
   */
  reserveTokens(workspace: string, day: number, tokens: number, budget: number): Promise<boolean>;
  /** Gives back what was not needed. */
  returnTokens(workspace: string, day: number, tokens: number): Promise<void>;
}
