import type { Recalled } from '@deskbell/protocol/bot.js';
import type { SeenEvent } from '@deskbell/protocol/events.js';
import { expect, fixture, html } from '@open-wc/testing';
import './before.js';
import type { DeskbellBefore } from './before.js';

const told = { conversation: 'talk', at: 1, by: { id: 'bot', name: 'Robo', role: 'bot' as const } };
const missed = (seq: number): SeenEvent => ({ type: 'transcript.missed', ...told, seq, id: `${seq}`, why: 'time-out' });
const fetched = (seq: number, messages: Recalled[]): SeenEvent => ({
  type: 'transcript.fetched',
  ...told,
  seq,
  id: `${seq}`,
  messages,
  collected: [],
});
const shown = (events: SeenEvent[]) => fixture<DeskbellBefore>(html`<deskbell-before .events=${events}></deskbell-before>`);
const button = (element: DeskbellBefore) => element.renderRoot.querySelector('button');

describe('<deskbell-before>', () => {
  it('INF 2 shows what was said to the AI agent, by whom, and as text', async () => {
    const element = await shown([
      fetched(2, [
        { by: 'bot', text: 'Hello', at: null },
        { by: 'customer', text: '<b>Help</b>', at: 1 },
      ]),
    ]);
    const lines = [...element.renderRoot.querySelectorAll('p')].map(({ innerText }) => innerText.trim());
    expect(lines).to.deep.equal(['Robo: Hello', 'Customer: <b>Help</b>']);
    await expect(element).to.be.accessible();
  });

  it('INF 2 where it is missing "Reload" asks for it once, and may be pressed again when it is missing still', async () => {
    const element = await shown([missed(2)]);
    let asked = 0;
    element.addEventListener('reload', () => (asked += 1));
    expect(button(element)?.textContent.trim()).to.equal('Reload');
    button(element)?.click();
    await element.updateComplete;
    button(element)?.click();
    expect(asked).to.equal(1);
    await expect(element).to.be.accessible();
    element.events = [missed(2), missed(3)];
    await element.updateComplete;
    button(element)?.click();
    expect(asked).to.equal(2);
    element.events = [missed(2), missed(3), fetched(4, [])];
    await element.updateComplete;
    expect(button(element)).to.equal(null);
  });

  it('is empty where there was no AI agent', async () => {
    expect((await shown([])).renderRoot.textContent.trim()).to.equal('');
  });
});
