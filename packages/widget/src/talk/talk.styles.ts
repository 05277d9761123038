import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
  }

  deskbell-transcript {
    flex: 1;
    min-block-size: 0;
  }

  /* As the transcript itself has it: nothing moves when it comes. */
  deskbell-transcript:not(:defined) {
    padding: 16px;
  }

  .greeting {
    margin: 0;
    padding: 8px 4px;
    font-size: 20px;
    font-weight: 550;
    line-height: 1.3;
    text-wrap: pretty;
  }

  .ask,
  .person {
    padding: 0 16px 8px;
    text-align: center;
  }

  .person button {
    border-radius: 999px;
  }

  .over {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 12px 16px;
    border-block-start: 1px solid var(--deskbell-line);
    background: var(--deskbell-paper-raised);
  }

  .ask p {
    flex: 1;
    margin: 0;
    font-weight: 550;
  }

  .over button {
    flex: 1;
    border-radius: var(--deskbell-radius-card);
  }
`;
