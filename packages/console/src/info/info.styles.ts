import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 0;
    background: var(--deskbell-paper);
  }

  .scroll {
    block-size: 100%;
    padding: 0 16px 24px;
  }

  .head {
    --deskbell-face: 40px;
    display: flex;
    align-items: center;
    gap: 12px;
    padding-block: 20px 16px;
  }

  .head div {
    min-inline-size: 0;
  }

  h2 {
    margin: 0;
    font-size: 15px;
    font-weight: 650;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(72px, auto) minmax(0, 1fr);
    gap: 8px 16px;
    margin: 0;
    font-size: 13px;
  }

  dt {
    max-inline-size: 112px;
    color: var(--deskbell-ink-soft);
    overflow-wrap: anywhere;
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  a {
    color: var(--deskbell-accent-text);
    text-underline-offset: 2px;
  }

  .passkey p {
    margin: 0;
    font: 650 20px / 1.4 ui-monospace, monospace;
    letter-spacing: 0.1em;
  }

  small {
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  .none {
    margin: 0;
    padding: 24px 0;
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }
`;
