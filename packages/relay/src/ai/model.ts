/** One part of what a model is given: our own words, or the data that they are about. */
export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

export interface Asked {
  readonly messages: readonly ChatMessage[];
  /** The most that it may write. */
  readonly maxTokens: number;
  /** Ends it, whatever is on its way. */
  readonly signal: AbortSignal;
}

/** A piece of what a model writes, or how many tokens it says that all of it took. */
export type ModelPiece = { readonly text: string } | { readonly tokens: number };

/**
 * What writes text. Pieces come as they are written; whoever has enough returns from the loop, or aborts. A model that is away, too slow,
 * broken off or not to be understood rejects with `RelayError('model-away')`; what it says is not to be trusted in any way.
 */
export interface Model {
  write(asked: Asked): AsyncGenerator<ModelPiece, void, void>;
}
