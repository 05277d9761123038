import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }

  :host([shows='']) {
    display: none;
  }

  deskbell-cobrowse-view {
    flex: 1;
    min-block-size: 0;
  }

  .aside {
    display: none;
  }

  .switch {
    display: none;
  }

  /* As in the console: below it, page and chat have one place between them. */
  @container deskbell-console (width < 720px) {
    .switch {
      display: flex;
      flex: none;
      gap: 2px;
      margin: 8px 12px 0;
      padding: 2px;
      border-radius: var(--deskbell-radius-control);
      background: var(--deskbell-paper-sunken);
    }

    .switch button {
      flex: 1;
    }

    .switch [aria-pressed='true'] {
      background: var(--deskbell-paper-raised);
      color: var(--deskbell-ink);
      box-shadow: var(--deskbell-shadow-card);
    }

    :host([front='chat']) deskbell-cobrowse-view {
      display: none;
    }
  }
`;
