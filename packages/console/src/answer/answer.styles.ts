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
    border: 1px dashed var(--deskbell-edge);
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-paper-sunken);
    color: var(--deskbell-ink);
    font-size: 13px;
  }

  header,
  footer {
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

  .text {
    margin: 8px 0;
    max-block-size: 320px;
    line-height: 1.45;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .error {
    color: var(--deskbell-bad-text);
  }

  footer {
    align-items: center;
    justify-content: space-between;
  }

  footer button {
    font-size: 12px;
  }

  footer p {
    margin: 0;
  }
`;
