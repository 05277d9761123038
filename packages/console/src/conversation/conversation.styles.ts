import { css } from 'lit';

export const styles = css`
  :host {
    --deskbell-face: 32px;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-inline-size: 0;
    min-block-size: 0;
    background: var(--deskbell-paper);
  }

  .head {
    container-type: inline-size;
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
    min-block-size: 56px;
    padding: 4px 12px;
    padding-inline: 16px 12px;
    border-block-end: 1px solid var(--deskbell-line);
  }

  .who {
    flex: 1;
    display: grid;
    min-inline-size: 0;
    margin-inline-start: 4px;
    line-height: 1.3;
  }

  h2 {
    margin: 0;
    overflow: hidden;
    font-size: 15px;
    font-weight: 650;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  h2:focus {
    outline: none;
  }

  .about {
    display: flex;
    align-items: center;
    gap: 6px;
    overflow: hidden;
    color: var(--deskbell-ink-soft);
    font-size: 12px;
    white-space: nowrap;
  }

  .about :is(.word, bdi) {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  /* The queue makes room first. */
  .about bdi {
    flex-shrink: 99;
  }

  /* On a phone, and beside a customer's page: the name comes before the picture, which the list has too. */
  @container (width < 400px) {
    .head .face,
    .about > :not(.dot, .word) {
      display: none;
    }

    .who {
      margin-inline: 0 -6px;
    }

    ::slotted(*) {
      margin-inline: -4px;
    }
  }

  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border: 1.5px solid var(--deskbell-edge);
    border-radius: 50%;
  }

  .engaged .dot {
    border-color: var(--deskbell-info-line);
    background: var(--deskbell-info-line);
  }

  .overdue .dot {
    border-color: var(--deskbell-bad-line);
    background: var(--deskbell-bad-line);
  }

  .overdue .word {
    color: var(--deskbell-bad-text);
    font-weight: 550;
  }

  deskbell-thread {
    flex: 1;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 12px 16px;
    border-block-start: 1px solid var(--deskbell-line);
    color: var(--deskbell-ink-soft);
  }

  .foot span {
    flex: 1;
    min-inline-size: 160px;
    overflow-wrap: anywhere;
  }

  deskbell-compose,
  deskbell-wrap-up {
    inline-size: 100%;
    max-inline-size: 784px;
    margin-inline: auto;
  }

  deskbell-wrap-up {
    flex: none;
    max-block-size: 75%;
    overflow: auto;
  }

  @media (forced-colors: active) {
    .engaged .dot {
      background: LinkText;
      forced-color-adjust: none;
    }

    .overdue .dot {
      border-radius: 0;
      background: Mark;
      forced-color-adjust: none;
    }
  }
`;
