import type { Model } from './model.js';
import type { Reader } from './reader.js';

/** The drivers of AI. */
export interface Ai {
  /** What writes; undefined where none is configured. */
  readonly model: Model | undefined;
  readonly reader: Reader;
}
