import type { Sentiment } from '@deskbell/protocol/summaries.js';

/** Something that was said, as AI gets it: by which side, and no names. */
export interface Said {
  readonly from: 'customer' | 'agent';
  readonly text: string;
}

export interface Intent {
  readonly name: string;
  readonly phrases: readonly string[];
}

export interface ReadingInput {
  readonly said: readonly Said[];
  readonly intents: readonly Intent[];
}

/** What shows without a model. */
export interface Reading {
  /** The sentences that matter most, in their order, each behind who said it; empty where nothing was said. */
  readonly summary: string;
  /** The name of the intent that the customer's words speak of most; null for none. */
  readonly intent: string | null;
  /** Null where too little is said, or not in English. */
  readonly sentiment: Sentiment | null;
}

/** What reads a conversation on the relay itself, beside its main thread. */
export interface Reader {
  read(input: ReadingInput): Promise<Reading>;
  close(): Promise<void>;
}
