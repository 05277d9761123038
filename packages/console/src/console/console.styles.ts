import { css } from 'lit';

export const styles = css`
  :host {
    container: deskbell-console / inline-size;
    display: block;
    block-size: 100%;
    min-block-size: 320px;
    overflow: hidden;
    background: var(--deskbell-paper);
  }

  .columns {
    position: relative;
    display: grid;
    grid-template: 'tray conversation' minmax(0, 1fr) / 280px minmax(0, 1fr);
    block-size: 100%;
  }

  .columns.informed {
    grid-template: 'tray conversation info' minmax(0, 1fr) / 280px minmax(0, 1fr) 320px;
  }

  /* Nothing is known beside a conversation that is not there. */
  deskbell-desk:not([selected]) aside {
    display: none;
  }

  deskbell-desk:not([selected]) .columns.informed {
    grid-template: 'tray conversation' minmax(0, 1fr) / 280px minmax(0, 1fr);
  }

  deskbell-tray {
    grid-area: tray;
    border-inline-end: 1px solid var(--deskbell-line);
  }

  deskbell-conversation {
    grid-area: conversation;
  }

  aside {
    grid-area: info;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
    border-inline-start: 1px solid var(--deskbell-line);
    background: var(--deskbell-paper);
  }

  aside .head {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    block-size: 56px;
    padding-inline: 16px 12px;
    border-block-end: 1px solid var(--deskbell-line);
  }

  h2 {
    margin: 0;
    font-size: 14px;
    font-weight: 650;
  }

  deskbell-info {
    flex: 1;
  }

  .back {
    display: none;
  }

  /* A customer's page takes the room; its chat stands beside it, and where it has none, there is only the page. */
  deskbell-cobrowse-stage {
    grid-area: stage;
    min-inline-size: 0;
    min-block-size: 0;
    border-inline-end: 1px solid var(--deskbell-line);
  }

  deskbell-cobrowse-stage:not([shows='chat'], [shows='alone']) {
    display: none;
  }

  deskbell-desk .columns:has([shows='chat']) {
    grid-template: 'tray stage conversation' minmax(0, 1fr) / 280px minmax(0, 1fr) 360px;
  }

  deskbell-desk .columns:has([shows='alone']) {
    grid-template: 'tray stage' minmax(0, 1fr) / 280px minmax(0, 1fr);
  }

  .columns:has([shows='alone']) :is(deskbell-conversation, aside) {
    display: none;
  }

  .columns:has([shows='chat']) aside {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    z-index: 3;
    inline-size: min(320px, 100%);
    box-shadow: var(--deskbell-shadow-window);
  }

  /* Beside the conversation, which says the same, once is enough. */
  @container deskbell-console (width >= 600px) {
    deskbell-tray::part(banner) {
      display: none;
    }
  }

  @container deskbell-console (width < 900px) {
    .columns.informed {
      grid-template: 'tray conversation' minmax(0, 1fr) / 280px minmax(0, 1fr);
    }

    aside {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 0;
      z-index: 3;
      inline-size: min(320px, 100%);
      box-shadow: var(--deskbell-shadow-window);
    }
  }

  @container deskbell-console (width < 1160px) {
    deskbell-desk .columns:has([shows='chat']) {
      grid-template: 'stage conversation' minmax(0, 1fr) / minmax(0, 1fr) 360px;
    }

    .columns:has([shows='chat']) deskbell-tray {
      display: none;
    }

    .columns:has([shows='chat']) .back {
      display: inline-flex;
    }
  }

  /* As in the stage: page and chat have one place between them. */
  @container deskbell-console (width < 720px) {
    deskbell-desk .columns:has([shows='chat'][front='page']) {
      grid-template: 'stage' minmax(0, 1fr) / minmax(0, 1fr);
    }

    deskbell-desk .columns:has([shows='chat'][front='chat']) {
      grid-template: 'stage' auto 'conversation' minmax(0, 1fr) / minmax(0, 1fr);
    }

    .columns:has([shows='chat'][front='page']) deskbell-conversation,
    .columns:has([shows='alone']) deskbell-tray {
      display: none;
    }

    deskbell-desk .columns:has([shows='alone']) {
      grid-template: 'stage' minmax(0, 1fr) / minmax(0, 1fr);
    }

    deskbell-cobrowse-stage {
      border: 0;
    }
  }

  @container deskbell-console (width < 600px) {
    deskbell-desk .columns,
    deskbell-desk .columns.informed,
    deskbell-desk:not([selected]) .columns.informed {
      grid-template: 'only' minmax(0, 1fr) / minmax(0, 1fr);
    }

    deskbell-tray,
    deskbell-conversation {
      grid-area: only;
      border: 0;
    }

    /* Under the switch between page and chat. */
    .columns:has([shows='chat']) deskbell-conversation {
      grid-area: conversation;
    }

    [selected] deskbell-tray,
    deskbell-desk:not([selected]) deskbell-conversation {
      display: none;
    }

    aside {
      inline-size: 100%;
      border: 0;
    }

    .back {
      display: inline-flex;
    }
  }
`;
