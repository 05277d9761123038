import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
    background: var(--deskbell-paper-sunken);
  }

  .lists {
    flex: 1;
    min-block-size: 0;
    padding-block-end: 12px;
  }

  section {
    padding-inline: 6px;
  }

  h2 {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 8px;
    block-size: 36px;
    margin: 0;
    padding-inline: 12px;
    background: var(--deskbell-paper-sunken);
    color: var(--deskbell-ink-soft);
    font-size: 13px;
    font-weight: 550;
    line-height: 1.2;
  }

  ul {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0 0 8px;
    list-style: none;
  }

  li {
    min-inline-size: 0;
  }

  p {
    margin: 0;
    padding: 4px 12px 16px;
    color: var(--deskbell-ink-soft);
    font-size: 13px;
  }

  .notices {
    position: absolute;
    inset-block-end: 12px;
    inset-inline: 12px;
    z-index: 2;
  }

  .notice {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 8px 8px 12px;
    padding-inline: 12px 8px;
    border: 1px solid var(--deskbell-line);
    border-radius: var(--deskbell-radius-card);
    background: var(--deskbell-paper-raised);
    box-shadow: var(--deskbell-shadow-window);
    font-size: 13px;
  }

  .notice div {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  bdi {
    font-weight: 550;
  }
`;
