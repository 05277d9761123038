import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    margin-block: 16px;
  }

  article {
    max-inline-size: 560px;
    margin-inline: auto;
    padding: 12px 16px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-paper-raised);
    font-size: 13px;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  h3 {
    margin: 0;
    color: var(--deskbell-ink);
    font-size: 13px;
    font-weight: 650;
    overflow-wrap: anywhere;
  }

  p {
    margin: 4px 0 8px;
    color: var(--deskbell-ink-soft);
    overflow-wrap: anywhere;
  }

  .none {
    margin-block-end: 0;
    color: var(--deskbell-ink-faint);
  }

  blockquote {
    margin: 8px 0 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
`;
