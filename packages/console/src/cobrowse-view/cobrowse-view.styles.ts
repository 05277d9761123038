import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
    min-block-size: 0;
    block-size: 100%;
    background: var(--deskbell-paper);
  }

  section {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
    overflow: auto;
  }

  .bar {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 56px;
    padding: 4px 12px;
    border-block-end: 1px solid var(--deskbell-line);
  }

  .where {
    flex: 1 1 96px;
    display: grid;
    min-inline-size: 0;
    line-height: 1.3;
  }

  h2 {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    overflow: hidden;
    font-size: 14px;
    font-weight: 650;
    white-space: nowrap;
  }

  h2 bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .below {
    justify-self: start;
    max-inline-size: 100%;
    overflow: hidden;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .end {
    flex: none;
  }

  .page {
    position: relative;
    flex: 1;
    min-block-size: 240px;
    background: var(--deskbell-paper-sunken);
  }

  iframe {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    color-scheme: light;
    transition: opacity var(--deskbell-slow);
  }

  .reconnecting iframe {
    opacity: 0.55;
  }

  /* As the customer sees a frame around it too, while somebody else's hand is on it. */
  .held::after {
    position: absolute;
    inset: 0;
    border: 3px solid var(--deskbell-accent);
    content: '';
    pointer-events: none;
  }

  section:fullscreen {
    background: var(--deskbell-paper);
  }

  /* Nothing of a page that is not to be seen shows through. */
  .page:is(.connecting, .paused, .elsewhere) iframe {
    visibility: hidden;
  }

  .face {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 24px;
  }

  .words {
    display: grid;
    justify-items: center;
    gap: 4px;
    max-inline-size: 44ch;
    text-align: center;
  }

  .sign {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    margin-block-end: 8px;
    border-radius: 50%;
    background: var(--deskbell-paper-raised);
    color: var(--deskbell-ink-soft);
  }

  h3 {
    margin: 0;
    font-size: 17px;
    font-weight: 650;
    line-height: 1.35;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  p {
    margin: 0;
    color: var(--deskbell-ink-soft);
    text-wrap: balance;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-block-start: 12px;
  }

  @container (width < 640px) {
    .bar {
      flex-wrap: wrap;
    }

    deskbell-cobrowse-tools {
      order: 1;
      flex: 1 0 100%;
    }
  }
`;
