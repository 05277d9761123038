import { expect } from '@open-wc/testing';
import { LitElement, html } from 'lit';
import { contrastOf } from './testing/contrast.js';
import { tokens } from './tokens.js';

class TokensSample extends LitElement {
  static override styles = tokens;

  protected override render() {
    return html`<i></i>`;
  }

  /** What a token is painted as here. */
  colorOf(token: string): string {
    const sample = this.renderRoot.querySelector('i')!;
    sample.style.setProperty('color', `var(--deskbell-${token})`);
    return getComputedStyle(sample).color;
  }
}
customElements.define('tokens-sample', TokensSample);

const sample = async (scheme: string, accent?: string): Promise<TokensSample> => {
  const element = new TokensSample();
  element.setAttribute('color-scheme', scheme);
  if (accent) element.style.setProperty('--deskbell-accent', accent);
  document.body.append(element);
  await element.updateComplete;
  return element;
};

const PAPERS = ['paper', 'paper-raised', 'paper-sunken'];
const MEANINGS = ['good', 'warn', 'bad', 'info'];
const TEXTS = ['ink', 'ink-soft', 'ink-faint', 'accent-text', ...MEANINGS.map((meaning) => `${meaning}-text`)];
const EDGES = ['edge', 'accent-edge', 'accent-text', ...MEANINGS.map((meaning) => `${meaning}-line`)];
const ACCENTS = ['white', 'black', 'gold', 'red', 'lime', 'blue', 'hotpink', '#777', 'oklch(0.7 0.2 150)', 'rgb(0 120 255)'];

const pairs = (upper: readonly string[], lower: readonly string[]) => upper.flatMap((one) => lower.map((other) => [one, other] as const));
const TEXT_PAIRS = [
  ...pairs(TEXTS, PAPERS),
  ...MEANINGS.map((meaning) => [`${meaning}-text`, `${meaning}-fill`] as const),
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-deep'] as const,
  ['ink', 'accent-fill'] as const,
  ['ink-soft', 'accent-fill'] as const,
];

describe('tokens', () => {
  afterEach(() => document.querySelectorAll('tokens-sample').forEach((element) => element.remove()));

  for (const scheme of ['light', 'dark']) {
    it(`keep every text readable in the ${scheme} scheme (4.5 to 1)`, async () => {
      const element = await sample(scheme);
      for (const [text, ground] of TEXT_PAIRS) {
        expect(contrastOf(element.colorOf(text), element.colorOf(ground)), `${text} on ${ground}`).to.be.at.least(4.5);
      }
    });

    it(`keep the edge of every control visible in the ${scheme} scheme (3 to 1)`, async () => {
      const element = await sample(scheme);
      for (const [edge, ground] of pairs(EDGES, PAPERS)) {
        expect(contrastOf(element.colorOf(edge), element.colorOf(ground)), `${edge} on ${ground}`).to.be.at.least(3);
      }
    });

    it(`hold for any accent a site sets, in the ${scheme} scheme`, async () => {
      for (const accent of ACCENTS) {
        const element = await sample(scheme, accent);
        const on = (text: string, ground: string) => contrastOf(element.colorOf(text), element.colorOf(ground));
        expect(on('on-accent', 'accent'), `text on ${accent}`).to.be.at.least(4.5);
        for (const paper of PAPERS) {
          expect(on('accent-text', paper), `${accent} as text on ${paper}`).to.be.at.least(4.5);
          expect(on('accent-edge', paper), `${accent} as an edge on ${paper}`).to.be.at.least(3);
        }
      }
    });
  }

  it('hear what is set on any element around', async () => {
    document.documentElement.style.setProperty('--deskbell-accent', 'rgb(1, 2, 3)');
    const element = await sample('light');
    expect(element.colorOf('accent')).to.equal('rgb(1, 2, 3)');
    document.documentElement.style.removeProperty('--deskbell-accent');
  });
});
