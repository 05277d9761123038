import type { CloseName } from '@deskbell/protocol/closes.js';
import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { Mark } from '@deskbell/protocol/marks.js';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';

/**
 * How a session stands to its relay. `connecting`: for the first time, nothing was lost yet. `lost`: the network, or the relay, is away,
 * and the session comes back by itself at `retryAt` (ms by the local clock; once that is past, it is just trying), or sooner at a sign
 * of the network. `offline`: the browser itself says that there is no network. `ended`: it will not come back by itself; `why` says what
 * to do (a page that is too old has to be reloaded, a wrong origin has to be put into the settings).
 */
export type Connection =
  | { readonly phase: 'idle' }
  | { readonly phase: 'connecting' }
  | { readonly phase: 'open' }
  | { readonly phase: 'lost'; readonly offline: boolean; readonly retryAt: number }
  | { readonly phase: 'ended'; readonly why: CloseName | 'no-token' };

/** Where a message of one's own stands before it is in the log. */
export interface PendingMessage {
  readonly id: string;
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly attachments?: readonly Attachment[];
  /** When it was written, by the relay's clock as far as the client knows it. */
  readonly at: number;
  /** `sending`: on its way, or waiting to go by itself. `failed`: not delivered, goes out only by `resend`. `refused`: the relay would not have it; `why` says so. */
  readonly state: 'sending' | 'failed' | 'refused';
  readonly why?: RefusalCode;
}

/** A reaction of one's own that is not in the log yet: to the message with that `seq`; null takes one back. */
export interface PendingReaction {
  readonly message: number;
  readonly emoji: string | null;
}
