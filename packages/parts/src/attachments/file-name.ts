import { css, html, type TemplateResult } from 'lit';

const TAIL = 9;

/** A file's name in one line: where there is no room for it the middle goes, so that its ending stays. The whole of it is in the title. */
export function fileName(name: string): TemplateResult {
  const letters = [...name];
  const cut = letters.length > 2 * TAIL ? letters.length - TAIL : letters.length;
  return html`<bdi class="file-name" title=${name}
    ><span>${letters.slice(0, cut).join('')}</span><span>${letters.slice(cut).join('')}</span></bdi
  >`;
}

export const fileNameStyles = css`
  .file-name {
    display: flex;
    min-inline-size: 0;
    white-space: pre;
  }

  .file-name span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .file-name span:last-child {
    flex: none;
  }
`;
