import type { FieldValues, FieldFault } from '@deskbell/protocol/fields.js';

/** An action that was chosen in a conversation, and is not done. */
export interface Begun {
  readonly action: string;
  readonly values: FieldValues;
  readonly faults: Readonly<Record<string, FieldFault>>;
  readonly fault: string;
  /** What ends it, while it is under way. */
  readonly under: AbortController | undefined;
  /** Of the command, as long as the same would be sent again. */
  readonly id: string | undefined;
}

export const EMPTY: Begun = { action: '', values: {}, faults: {}, fault: '', under: undefined, id: undefined };
