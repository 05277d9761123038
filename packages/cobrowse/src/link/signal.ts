import { parse } from '../json.js';

/** What the two ends say to each other through the relay till they have agreed. */
export interface Signal {
  readonly meeting: string | undefined;
  /** What they had in common before, if it is still there. */
  readonly had?: string | undefined;
  /** Of the key of whoever begins, who is bound to it by this before the other's is seen. */
  readonly digest?: string | undefined;
  readonly key?: string | undefined;
}

/** Undefined where it is none. */
export function readSignal(text: string): Signal | undefined {
  try {
    return parse(text) as Signal;
  } catch {
    return undefined;
  }
}

export const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Undefined where it is no Base64. */
export function fromText(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
