import { expect, fixture, html } from '@open-wc/testing';
import type { NoteEvent } from '@deskbell/protocol/events.js';
import { button, find, findAll, textOf } from '../testing/at-desk.js';
import type { DeskbellNote } from './note.js';
import './note.js';

const AT = Date.UTC(2026, 10, 21, 12);
const noteOf = (text: string): NoteEvent => ({
  type: 'note.added',
  conversation: 'one',
  seq: 3,
  id: 'note',
  at: AT,
  by: { id: 'ben', name: 'Ben Okafor', role: 'agent' },
  text,
});
const show = (text: string, width = '') =>
  fixture<DeskbellNote>(html`<deskbell-note class=${width} .note=${noteOf(text)} .now=${AT + 5 * 60_000}></deskbell-note>`);

describe('<deskbell-note>', () => {
  it('INF 4 says who wrote it, when, and what', async () => {
    const note = await show('Prefers\nmails.');
    expect(textOf(note)).to.equal('Ben Okafor 5m Prefers mails.');
    expect(findAll(note, 'button')).to.deep.equal([]);
    await expect(note).to.be.accessible();
  });

  it('INF 4 cuts a long note until all of it is asked for', async () => {
    const note = await show('word '.repeat(2_000));
    const cut = find(note, '.text').clientHeight;
    expect(cut).to.be.lessThan(200);
    button(note, 'Show all').click();
    await note.updateComplete;
    expect(find(note, '.text').clientHeight).to.be.greaterThan(cut);
    expect(button(note, 'Show less').ariaExpanded).to.equal('true');
    await expect(note).to.be.accessible();
  });

  it('INF 4 breaks a long word, and shows markup as text', async () => {
    const note = await show(`<script>alert(1)</script>${'x'.repeat(300)}`);
    expect(findAll(note, 'script')).to.deep.equal([]);
    expect(find(note, '.text').scrollWidth).to.equal(find(note, '.text').clientWidth);
  });
});
