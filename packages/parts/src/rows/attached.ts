import type { Attachment } from '@deskbell/protocol/attachments.js';
import { css, html, nothing } from 'lit';
import type { AddressOf } from '../attachments/address-of.js';
import { needFiles } from '../attachments/need.js';

/** What came with a message, below its words. */
export function attachedView(attachments: readonly Attachment[], ours: boolean, addressOf: AddressOf | undefined) {
  if (!attachments.length) return nothing;
  // Till they are there, and where they do not come, the names stand there.
  needFiles();
  return html`<deskbell-attachments .attachments=${attachments} .addressOf=${addressOf} ?ours=${ours}
    >${attachments.map(({ name }) => html`<bdi>${name}</bdi>`)}</deskbell-attachments
  >`;
}

export const attachedStyles = css`
  deskbell-attachments {
    margin-block-start: 2px;
  }

  /* What it is called, till there is more to be seen of it. */
  deskbell-attachments:not(:defined) bdi {
    display: block;
    color: var(--deskbell-ink-soft);
    overflow-wrap: anywhere;
  }
`;
