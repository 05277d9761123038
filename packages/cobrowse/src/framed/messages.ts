import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import type { Mask } from '../mask/masker.js';
import type { ActFault, AgentWord } from '../words.js';

// What a page and a frame of another origin in it say to each other. Who is there is asked and answered from window to window, always to one named
// origin; all else goes over the port that the page offers then, and that nobody else has.

/** To a frame's window: is somebody there who takes part? */
export interface Look {
  readonly deskbell: 'look';
}

/** Its answer, and what it says by itself when its script comes. `page`: made anew by each document, so that nobody is offered a port twice. */
export interface Here {
  readonly deskbell: 'here';
  readonly page: number;
}

/** With the port: what the page is shown by, and the name of the agent whom it is shown to. */
export interface Offer {
  readonly deskbell: 'offer';
  readonly rules: MirrorRules;
  readonly agent: string;
}

/** What the page says over the port. */
export type FromPage =
  /** Begin, or begin again, with a fresh snapshot; `around`: the mask of what the frame stands in. */
  | { readonly type: 'fresh'; readonly around: Mask }
  /** Show nothing, till `fresh` is said. */
  | { readonly type: 'rest' }
  /** So many parts are on their way to the agent. */
  | { readonly type: 'taken'; readonly parts: number }
  | { readonly type: 'control'; readonly on: boolean }
  /** Where is what the act is about? It may have to be scrolled to. */
  | { readonly type: 'where'; readonly word: AgentWord }
  /** An act, a highlight or that it is gone, about the frame's own nodes. */
  | { readonly type: 'word'; readonly word: AgentWord }
  | { readonly type: 'end' };

/** What the frame says over the port. */
export type FromFrame =
  /** Calls of a `MirrorSink`, each its name and what it says, masked. */
  | { readonly type: 'calls'; readonly calls: readonly (readonly unknown[])[] }
  /** The answer to `where`: CSS px in the frame's viewport, or why nobody can get there. */
  | { readonly type: 'place'; readonly id: number; readonly x: number; readonly y: number }
  | { readonly type: 'did'; readonly id: number; readonly why?: ActFault | undefined }
  /** The customer's own hand is at it there. */
  | { readonly type: 'hand' }
  | { readonly type: 'gone' };

/** About how many bytes calls are: enough to tell many from few. */
export const sizeOf = (calls: readonly (readonly unknown[])[]): number => {
  let size = 0;
  for (const call of calls) {
    size += 8 * call.length;
    for (const said of call) {
      if (typeof said === 'string') size += said.length;
      else if (said instanceof Uint8Array) size += said.length;
      else if (Array.isArray(said)) for (const one of said) size += typeof one === 'string' ? one.length : 8;
    }
  }
  return size;
};
