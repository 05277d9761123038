import { expect, html } from '@open-wc/testing';
import { BEN, MAYA, notes as writes, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, customer, find, findAll, focused, inPhase, press, textOf } from '../testing/at-desk.js';
import './notes.js';

const notes = html`<deskbell-notes></deskbell-notes>`;
const HOUR = 3_600_000;

const at = (phase = 'active', more: (relay: SimulatedRelay) => void = () => undefined) =>
  atDesk(notes, {
    before: (relay) => {
      more(relay);
      seed(relay, { phase: phase as 'active', ago: 600_000 });
    },
    selected: inPhase(phase),
  });
const earlier = (relay: SimulatedRelay) => {
  const id = seed(relay, { phase: 'wrapUp', agent: BEN, ago: 40 * HOUR });
  writes(relay, id, BEN, 'Prefers mails.', 30 * HOUR);
};
const field = (root: Element) => find<HTMLTextAreaElement>(root, 'textarea');
const write = async (root: Element, text: string) => {
  field(root).value = text;
  field(root).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await calm();
};
const begin = async (root: Element, text: string) => {
  button(root, '+ Add New Note').click();
  await calm();
  await write(root, text);
};
const shown = (root: Element) => findAll(root, '.text').map(textOf);
const saved = (relay: SimulatedRelay) =>
  [...relay.logs.values()].flatMap(({ events }) => events.flatMap((event) => (event.type === 'note.added' ? [event.text] : [])));

describe('<deskbell-notes>', () => {
  it('INF 4 saves a note with "+ Add New Note" and "Save", and says so', async () => {
    const { desk, relay } = await at();
    expect(textOf(find(desk, 'h3'))).to.equal('Notes');
    button(desk, '+ Add New Note').click();
    await calm();
    expect(focused()).to.equal(field(desk));
    expect(button(desk, 'Save').disabled).to.equal(true);
    await write(desk, '  \n ');
    expect(button(desk, 'Save').disabled).to.equal(true);
    await write(desk, ' Moved to Kiel.\n');
    await expect(desk).to.be.accessible();
    button(desk, 'Save').click();
    await calm();
    expect(shown(desk)).to.deep.equal(['Moved to Kiel.']);
    expect(saved(relay)).to.deep.equal(['Moved to Kiel.']);
    expect(textOf(find(desk, 'deskbell-toast'))).to.include('Note saved');
    expect(findAll(desk, 'textarea')).to.deep.equal([]);
    expect(focused()?.textContent.trim()).to.equal('+ Add New Note');
    await expect(desk).to.be.accessible();
  });

  it('INF 4 shows what any agent noted in earlier conversations, newest first, with who and when', async () => {
    const { desk } = await at('active', earlier);
    await begin(desk, 'Asked about the lamp.');
    field(desk).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    await calm();
    expect(shown(desk)).to.deep.equal(['Asked about the lamp.', 'Prefers mails.']);
    const [mine, theirs] = findAll(desk, 'article');
    expect(mine?.ariaLabel).to.equal('Note by Ana Ruiz');
    expect(textOf(theirs ?? desk))
      .to.include('Ben Okafor')
      .and.to.include('Earlier conversation');
    expect(find<HTMLTimeElement>(theirs ?? desk, 'time').title).not.to.equal('');
  });

  it('INF 4 shows what a colleague notes meanwhile, once', async () => {
    const { desk, relay } = await at();
    writes(relay, inPhase('active')(relay) ?? '', BEN, 'I know her.');
    await calm();
    expect(shown(desk)).to.deep.equal(['I know her.']);
    relay.closeAll('restart');
    await calm();
    expect(shown(desk)).to.deep.equal(['I know her.']);
  });

  it('INF 4 keeps a draft over a switch and a reload', async () => {
    const { desk, relay, session } = await atDesk(notes, {
      before: (relay) => [seed(relay), seed(relay, { customer: customer('tom', 'Tom') })],
      selected: inPhase('active'),
    });
    const [maya, tom] = [...relay.logs.keys()];
    await begin(desk, 'Half a th');
    desk.select(tom);
    await calm();
    expect(findAll(desk, 'textarea')).to.deep.equal([]);
    desk.select(maya);
    await calm();
    expect(field(desk).value).to.equal('Half a th');
    const again = document.createElement('deskbell-desk');
    again.session = session;
    again.append(document.createElement('deskbell-notes'));
    desk.replaceWith(again);
    await calm();
    again.select(maya);
    await calm();
    expect(field(again).value).to.equal('Half a th');
    button(again, 'Cancel').click();
    await calm();
    expect(localStorage.length).to.equal(0);
    again.remove();
  });

  it('INF 4 without a network "Save" is off and says why, and the text stays', async () => {
    const { desk, relay } = await at();
    await begin(desk, 'Kept.');
    relay.network.drop();
    await calm();
    expect(button(desk, 'Save').disabled).to.equal(true);
    expect(textOf(find(desk, '#about'))).to.match(/Connection lost|No network/);
    expect(field(desk).value).to.equal('Kept.');
    await expect(desk).to.be.accessible();
  });

  it('INF 4 keeps the text of a note that was refused, and says why', async () => {
    const { desk, relay } = await at();
    await begin(desk, 'Kept.');
    relay.refuseNext('note.add', 'slow-down');
    button(desk, 'Save').click();
    await calm();
    expect(textOf(find(desk, '#about'))).to.match(/Too much at once/);
    button(desk, 'Save').click();
    button(desk, 'Save').click();
    await calm();
    expect(saved(relay)).to.deep.equal(['Kept.']);
  });

  it('INF 4 P13 notes are written on what one has or what is closed, not on what waits', async () => {
    for (const [phase, may] of [
      ['waiting', false],
      ['wrapUp', true],
      ['closed', true],
    ] as const) {
      const { desk } = await at(phase);
      expect(findAll(desk, '[part=add]').length, phase).to.equal(may ? 1 : 0);
      const event = press('KeyN', desk);
      await calm();
      expect(event.defaultPrevented, phase).to.equal(may);
      expect(findAll(desk, 'textarea').length, phase).to.equal(may ? 1 : 0);
    }
  });

  it('INF 4 says when notes could not be fetched, and fetches them then', async () => {
    const { desk } = await at('active', (relay) => {
      earlier(relay);
      relay.refuseNext(`/v1/customers/${MAYA.id}/notes`, 'unavailable');
    });
    expect(textOf(desk)).to.include('Nothing is lost');
    await expect(desk).to.be.accessible();
    button(desk, 'Try again').click();
    await calm();
    expect(shown(desk)).to.deep.equal(['Prefers mails.']);
  });

  it('INF 4 shows many notes page by page, and markup as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { desk } = await at('active', (relay) => {
      const id = seed(relay, { phase: 'wrapUp', agent: BEN, ago: 90 * HOUR });
      for (let index = 0; index < 25; index++) writes(relay, id, BEN, hostile, (80 - index) * HOUR);
    });
    expect(shown(desk).length).to.equal(20);
    button(desk, 'Show more').click();
    await calm();
    expect(shown(desk)).to.deep.equal(Array.from({ length: 25 }, () => hostile));
    expect(findAll(desk, 'img')).to.deep.equal([]);
    await expect(desk).to.be.accessible();
  });
});
