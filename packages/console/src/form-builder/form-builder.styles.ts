import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 0;
    container-type: inline-size;
    background: var(--deskbell-paper);
    font-size: 13px;
  }

  .alone {
    margin: 0;
    padding: 32px 24px;
    color: var(--deskbell-ink-soft);
    font-size: 14px;
  }

  .alone p {
    margin: 0 0 12px;
    color: var(--deskbell-bad-text);
  }

  .all {
    display: grid;
    grid-template-columns: 220px minmax(0, 1fr) minmax(240px, 320px);
    block-size: 100%;
  }

  nav,
  .form,
  aside {
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--deskbell-edge) transparent;
  }

  nav {
    padding: 16px 8px;
    border-inline-end: 1px solid var(--deskbell-line);
  }

  h2,
  aside h3 {
    margin: 0 0 8px;
    font-size: 13px;
    font-weight: 650;
  }

  h2 {
    padding-inline: 8px;
    line-height: 32px;
  }

  aside h3 {
    color: var(--deskbell-ink-soft);
    line-height: 32px;
  }

  ul {
    display: grid;
    gap: 2px;
    margin: 0 0 12px;
    padding: 0;
    list-style: none;
  }

  li button {
    justify-content: flex-start;
    inline-size: 100%;
    padding-inline: 8px;
    font-weight: 450;
    text-align: start;
  }

  li bdi {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  li [aria-current] {
    background: color-mix(in oklab, var(--deskbell-ink) 8%, transparent);
    color: var(--deskbell-ink);
    font-weight: 550;
  }

  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--deskbell-accent-edge);
  }

  .new {
    inline-size: 100%;
  }

  .new svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .form {
    padding: 0 24px 24px;
  }

  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-inline: -24px;
    padding: 16px 24px 12px;
    background: var(--deskbell-paper);
  }

  .state {
    flex: 1;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
  }

  .back {
    display: none;
  }

  aside {
    padding: 16px 24px 24px 0;
    padding-inline: 0 24px;
  }

  .none {
    grid-column: 2 / -1;
    margin: 0;
    padding: 24px;
    color: var(--deskbell-ink-soft);
    font-size: 14px;
  }

  .conflict {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-end: 12px;
    padding: 8px 12px;
    border: 1px solid var(--deskbell-warn-line);
    border-radius: var(--deskbell-radius-control);
    background: var(--deskbell-warn-fill);
    color: var(--deskbell-warn-text);
  }

  .conflict p {
    flex: 1 1 200px;
    margin: 0;
  }

  deskbell-banner {
    display: block;
    margin-block-end: 12px;
  }

  @container (max-inline-size: 960px) {
    .all {
      grid-template-columns: 200px minmax(0, 1fr);
      grid-template-rows: auto auto;
      overflow: auto;
    }

    nav {
      grid-row: 1 / span 2;
    }

    nav,
    .form,
    aside {
      overflow: visible;
    }

    aside {
      grid-column: 2;
      padding-inline: 24px;
    }
  }

  @container (max-inline-size: 600px) {
    .all {
      grid-template-columns: minmax(0, 1fr);
    }

    .all.one nav,
    .all:not(.one) .none {
      display: none;
    }

    nav {
      border: 0;
    }

    .form,
    aside {
      padding-inline: 16px;
    }

    header {
      margin-inline: -16px;
      padding-inline: 16px;
    }

    .back {
      display: inline-flex;
    }

    aside {
      grid-column: 1;
    }
  }
`;
