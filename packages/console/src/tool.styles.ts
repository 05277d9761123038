import { css } from 'lit';

/** A button of a conversation's head, with an icon and a `.word`: words where there is room for them, icons where the customer's name needs it. */
export const toolStyles = css`
  button:has(> .word) > svg {
    display: none;
  }

  button.quiet[aria-disabled='true'] {
    border-color: transparent;
    background: none;
  }

  @container (max-inline-size: 480px) {
    button:has(> .word) {
      padding: 0;
    }

    button:has(> .word) > svg {
      display: block;
    }

    .word {
      display: none;
    }
  }
`;
