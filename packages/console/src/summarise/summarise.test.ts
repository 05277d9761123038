import { expect, html } from '@open-wc/testing';
import { seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import '../notes/notes.js';

const before = (relay: SimulatedRelay) => {
  relay.changeDesk({ ai: { rewrite: false, assist: false, summary: true, arrival: false } });
  seed(relay, { ago: 600_000 });
};
const at = () => atDesk(html`<deskbell-notes></deskbell-notes>`, { before, selected: inPhase('active') });

const field = (root: Element) => find<HTMLTextAreaElement>(root, 'textarea');
const about = (root: Element) => textOf(find(root, '#about'));
const rest = async () => {
  for (let round = 0; round < 6; round += 1) await calm();
};
const type = async (root: Element, text: string) => {
  field(root).value = text;
  field(root).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await calm();
};
const saved = (relay: SimulatedRelay) =>
  [...relay.logs.values()].flatMap(({ events }) => events.filter((event) => event.type === 'note.added'));

describe('<deskbell-summarise>', () => {
  it('INF 7 "AI Summary" writes into a note, which nobody has saved yet', async () => {
    const { desk, relay } = await at();
    button(desk, 'AI Summary').click();
    relay.writing.say('The customer ');
    await rest();
    expect([field(desk).value, about(desk), field(desk).readOnly, button(desk, 'Save').disabled]).to.deep.equal([
      'The customer ',
      'AI is writing',
      true,
      true,
    ]);
    relay.writing.say('misses a lamp.');
    relay.writing.finish();
    await rest();
    expect([field(desk).value, about(desk)]).to.deep.equal(['The customer misses a lamp.', 'Written by AI: read it before you save']);
    expect(saved(relay)).to.deep.equal([]);
    await expect(desk).to.be.accessible();
    await type(desk, 'The customer misses a lamp!');
    expect(about(desk)).to.equal('Only agents see notes.');
    button(desk, 'Save').click();
    await calm();
    expect(saved(relay).map((event) => event.text)).to.deep.equal(['The customer misses a lamp!']);
  });

  it('INF 7 it comes below what was begun, and what fails leaves that as it was', async () => {
    const { desk, relay } = await at();
    button(desk, '+ Add New Note').click();
    await calm();
    await type(desk, 'Mine.');
    button(desk, 'AI Summary').click();
    relay.writing.say('Half');
    await rest();
    expect(field(desk).value).to.equal('Mine.\n\nHalf');
    relay.writing.refuse('model-away');
    await rest();
    expect([field(desk).value, about(desk)]).to.deep.equal(['Mine.', 'AI did not answer. Your draft is as it was. Try again in a while.']);
  });

  it('INF 7 "Stop" keeps what is there', async () => {
    const { desk, relay } = await at();
    button(desk, 'AI Summary').click();
    relay.writing.say('Some of it');
    await rest();
    button(desk, 'Stop').click();
    await rest();
    expect([field(desk).value, relay.writing.stopped, about(desk)]).to.deep.equal([
      'Some of it',
      1,
      'Written by AI: read it before you save',
    ]);
    button(desk, 'AI Summary').focus();
  });

  it('INF 7 is not there where no model is', async () => {
    const { desk, relay } = await at();
    relay.changeDesk({ ai: { rewrite: false, assist: false, summary: false, arrival: true } });
    await calm();
    expect(findAll(desk, '[part=summarise]')).to.deep.equal([]);
  });
});
