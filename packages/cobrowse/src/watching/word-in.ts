import * as v from 'valibot';
import { customerWordSchema, type CustomerWord } from '../words.js';

const text = new TextDecoder();

/** What the customer's side says in a frame; undefined where it is nothing that it can say. */
export function wordIn(frame: Uint8Array): CustomerWord | undefined {
  try {
    const word = v.safeParse(customerWordSchema, JSON.parse(text.decode(frame.subarray(1))));
    return word.success ? word.output : undefined;
  } catch {
    // Not even JSON: the other side may be anything.
    return undefined;
  }
}
