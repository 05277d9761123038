import { expect, fixture, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { contrastOf } from '../testing/contrast.js';
import './avatar.js';
import type { DeskbellAvatar } from './avatar.js';
import { hueOf, initialsOf } from './face.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

const show = (name: string, image = '', person = 'ana') =>
  fixture<DeskbellAvatar>(html`<deskbell-avatar person=${person} name=${name} image=${image}></deskbell-avatar>`);
const face = (element: DeskbellAvatar) => element.shadowRoot!.querySelector<HTMLElement>('[part=face]')!;

describe('<deskbell-avatar>', () => {
  it('shows the first letters of the first and the last word', async () => {
    expect(['Ana Torres', 'ana maria de la cruz', 'Prince', '  ', '😀 x', 'مايا ليند'].map(initialsOf)).to.deep.equal([
      'AT',
      'AC',
      'P',
      '',
      '😀X',
      'مل',
    ]);
    const element = await show('Ana Torres');
    expect(face(element).innerText).to.equal('AT');
    await expect(element).to.be.accessible();
  });

  it('gives an id always the same of its eight hues', () => {
    const hues = Array.from({ length: 200 }, (_, index) => hueOf(`agent-${index}`));
    expect(new Set(hues).size).to.equal(8);
    expect(hueOf('agent-7')).to.equal(hueOf('agent-7'));
  });

  it('is readable on every hue, in both schemes', async () => {
    for (const scheme of ['light', 'dark']) {
      for (let person = 0; person < 40; person++) {
        const element = await show('Ana Torres', '', `agent-${person}`);
        element.style.colorScheme = scheme;
        const { color, backgroundColor } = getComputedStyle(face(element));
        expect(contrastOf(color, backgroundColor)).to.be.at.least(4.5);
      }
    }
  });

  it('shows the picture, and the initials where it cannot be shown', async () => {
    const element = await show('Ana Torres', PIXEL);
    expect(face(element).matches('img')).to.be.true;
    await expect(element).to.be.accessible();
    element.image = 'data:image/gif;base64,AAAA';
    await waitUntil(() => face(element).innerText === 'AT');
  });
});
