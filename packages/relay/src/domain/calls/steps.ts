import type { CallCommandOf } from '@deskbell/protocol/call-commands.js';
import type { LegMedia } from '@deskbell/protocol/calls.js';
import type { Named } from '@deskbell/protocol/people.js';
import type { CallPerson, CallStepName } from './may.js';

/** What goes along with a command, without what it is addressed by. */
type Told<T extends `call.${CallStepName}`> = Omit<CallCommandOf<T>, 'type' | 'id' | 'call'>;

/** What somebody does to a call. */
export type PersonStep = { [S in CallStepName]: { readonly step: S } & Told<`call.${S}`> }[CallStepName];
export type PersonStepOf<S extends CallStepName> = Extract<PersonStep, { step: S }>;

/**
 * What the relay does. `offer` puts what waits in a queue to an agent; `withdraw` takes that back, since they are not there any more; `drop`: the
 * network of somebody is lost; `due`: something may be up by the clock; `secure`: a secured form is open at the customer's, or not any more.
 */
export type RelayStep =
  | { readonly step: 'offer'; readonly agent: Named }
  | { readonly step: 'withdraw' | 'due' }
  | { readonly step: 'drop'; readonly person: string }
  | { readonly step: 'secure'; readonly form: string; readonly on: boolean };

/** Who does something: as others see them, with their role. */
export interface CallActor extends CallPerson {
  readonly name: string;
}

/** What a browser said it has, as a leg's media: nobody begins muted, or with their screen. */
export const openMedia = ({ audio, video }: Pick<LegMedia, 'audio' | 'video'>): LegMedia => ({ audio, video, screen: false, muted: false });
