import { css } from 'lit';

/** A section of the column beside a conversation: a line above it, and its name. */
export const sectionStyles = css`
  :host {
    display: block;
  }

  section {
    padding-block: 16px;
    border-block-start: 1px solid var(--deskbell-line);
    font-size: 13px;
  }

  h3 {
    margin: 0 0 8px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    font-weight: 650;
  }
`;
