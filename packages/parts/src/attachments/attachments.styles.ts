import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    max-inline-size: 100%;
  }

  ul {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  :host([ours]) ul {
    justify-content: end;
  }
`;
