/** The agent's token, as the host page gives it. Asked for again only when the last one was refused or is about to end. */
export class AgentToken {
  readonly #ask: () => Promise<string | undefined>;
  #kept: string | undefined;

  constructor(ask: () => Promise<string | undefined>) {
    this.#ask = ask;
  }

  async give(refused: boolean): Promise<string | undefined> {
    if (refused) this.#kept = undefined;
    return (this.#kept ??= await this.#ask());
  }

  async renew(): Promise<string | undefined> {
    return (this.#kept = await this.#ask());
  }
}
