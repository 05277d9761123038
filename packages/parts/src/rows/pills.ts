import { msg } from '@lit/localize';
import type { Author } from '@deskbell/protocol/people.js';
import { givenBy, reactionsOf, withReaction, type Reaction } from '@deskbell/protocol/reactions.js';
import { html, nothing } from 'lit';
import { DeskbellReactEvent } from '../events.js';
import type { MessageRow, PendingReaction } from './row.js';
import type { Viewer } from './row-view.js';

/** One's own reactions on their way. */
export interface Reacting {
  /** By the `seq` of the message; null for one that is taken back. */
  readonly pending: ReadonlyMap<number, string | null>;
  readonly isOpen: boolean;
}

const selfOf = ({ me, side }: Viewer): Author => ({ id: me, name: '', role: side });

const pill = (row: MessageRow, { emoji, people }: Reaction, mine: string | undefined, viewer: Viewer) => {
  const { formats, reacting } = viewer;
  const isMine = emoji === mine;
  const others = people.filter(({ id, role }) => !(id === viewer.me || (role === 'customer' && viewer.side === 'customer')));
  const names = formats.list([...(isMine ? [msg('You')] : []), ...others.map(({ name }) => name)]);
  // Who has reacted reads well in every language without a sentence around it.
  const label = `${emoji} ${names}`;
  // One's own is taken back, another's is given too.
  const react = ({ currentTarget }: Event) => currentTarget?.dispatchEvent(new DeskbellReactEvent(row.seq, isMine ? null : emoji));
  return html`<button
    class="pill"
    part="reaction"
    aria-pressed=${isMine}
    aria-label=${label}
    title=${label}
    data-emoji=${emoji}
    ?disabled=${!reacting.isOpen}
    @click=${react}
  >
    ${emoji}${people.length > 1 ? html`<span>${formats.number(people.length)}</span>` : nothing}
  </button>`;
};

/** What stands under a message: each emoji with how many gave it. */
export function pills(row: MessageRow, viewer: Viewer) {
  const { pending } = viewer.reacting;
  const self = selfOf(viewer);
  const own = pending.get(row.seq);
  const given = own === undefined ? row.given : withReaction(row.given, self, own);
  if (!given.size) return nothing;
  const mine = givenBy(given, self);
  return html`<div class="pills">${reactionsOf(given).map((reaction) => pill(row, reaction, mine, viewer))}</div>`;
}

export const reactingOf = (pending: readonly PendingReaction[], isOpen: boolean): Reacting => ({
  pending: new Map(pending.map(({ message, emoji }) => [message, emoji])),
  isOpen,
});

/** Whoever comes near a message may want to react; until then nothing of it is loaded. */
export const wantReact = (): void => {
  import('../react/react.js').catch(() => undefined);
};
