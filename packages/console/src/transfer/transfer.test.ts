import { expect, html } from '@open-wc/testing';
import type { AgentDestination } from '@deskbell/protocol/destinations.js';
import { seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import './transfer.js';

const piece = html`<deskbell-transfer></deskbell-transfer>`;
const colleague = (id: string, name: string, presence: AgentDestination['presence'] = 'available'): AgentDestination => ({
  id,
  name,
  presence,
  load: 1,
  slots: 3,
  skills: {},
});

const furnish = (relay: SimulatedRelay): void => {
  seed(relay);
  relay.colleagues.push(colleague('ben', 'Ben Okafor'), colleague('dora', 'Dora Lenz', 'away'));
  const [queue] = relay.desk.queues;
  if (queue) relay.changeDesk({ queues: [queue, { ...queue, id: 'repairs', name: 'Repairs' }] });
};

const open = async (before = furnish) => {
  const scene = await atDesk(piece, { before, selected: inPhase('active') });
  button(scene.desk, 'Transfer').click();
  await calm();
  return scene;
};

const names = (root: Element): string[] => findAll(root, '.list label bdi').map(textOf);

const choose = async (root: Element, name: string): Promise<void> => {
  const label = findAll(root, '.list label').find((candidate) => textOf(candidate).startsWith(name));
  label?.querySelector('input')?.click();
  await calm();
};

const last = (root: Element, name: string): HTMLButtonElement => {
  const found = findAll<HTMLButtonElement>(root, 'button[slot=actions]').find((candidate) => textOf(candidate) === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};

describe('<deskbell-transfer>', () => {
  afterEach(() => localStorage.clear());

  it('TRF 1 lists queues and agents, who cannot be chosen last and with why, and finds by name', async () => {
    const { desk } = await open();
    expect(names(desk)).to.deep.equal(['Repairs', 'Shop', 'Ben Okafor', 'Dora Lenz']);
    expect(textOf(find(desk, '.off'))).to.include('Away');
    expect(last(desk, 'Transfer').disabled).to.equal(true);
    await expect(desk).to.be.accessible();
    const search = find<HTMLInputElement>(desk, 'input[type=search]');
    search.value = 'okaf';
    search.dispatchEvent(new InputEvent('input'));
    await calm();
    expect(names(desk)).to.deep.equal(['Ben Okafor']);
  });

  it('TRF 3 TRF 6 gives it to an agent, says so, and lists them first the next time', async () => {
    const { desk, relay, session } = await open((relay) => {
      furnish(relay);
      seed(relay, { customer: { id: 'tom', name: 'Tom', role: 'customer', workspace: 'harbour' } });
    });
    const given = desk.selected ?? '';
    await choose(desk, 'Ben Okafor');
    last(desk, 'Transfer').click();
    await calm();
    expect(relay.logs.get(given)?.summary.agent?.id).to.equal('ben');
    expect(session.state.ongoing.map(({ id }) => id)).not.to.include(given);
    expect(textOf(find(desk, 'deskbell-toast'))).to.include('Transferred to Ben Okafor');
    desk.select(session.state.ongoing[0]?.id);
    await calm();
    button(desk, 'Transfer').click();
    await calm();
    expect(names(desk)[0]).to.equal('Ben Okafor');
  });

  it('TRF 2 "Next" leads to the skills where the workspace lets them be changed', async () => {
    const { desk, relay } = await open((relay) => {
      furnish(relay);
      relay.changeDesk({ skills: [{ id: 'german', name: 'German' }], transfers: { to: 'both', modifySkills: true } });
    });
    const given = desk.selected ?? '';
    await choose(desk, 'Repairs');
    last(desk, 'Next').click();
    await calm();
    const level = find<HTMLSelectElement>(desk, 'select');
    level.value = '4';
    level.dispatchEvent(new Event('change'));
    await calm();
    await expect(desk).to.be.accessible();
    last(desk, 'Transfer').click();
    await calm();
    const { queue, skills, phase } = relay.logs.get(given)?.summary ?? {};
    expect([queue?.id, skills, phase]).to.deep.equal(['repairs', { german: 4 }, 'waiting']);
  });

  it('TRF 2 says what happened where it was refused, and keeps the choice', async () => {
    const { desk, relay } = await open();
    relay.refuseNext('conversation.transfer', 'not-there');
    await choose(desk, 'Repairs');
    last(desk, 'Transfer').click();
    await calm();
    expect(textOf(find(desk, '[role=alert]'))).to.include('Nobody is there to take it now.');
    expect(last(desk, 'Transfer').disabled).to.equal(false);
  });

  it('TRF 6 from the waiting queue it goes to another group', async () => {
    const { desk, relay } = await atDesk(html`<deskbell-transfer waiting></deskbell-transfer>`, {
      before: (relay) => {
        furnish(relay);
        seed(relay, { phase: 'waiting', customer: { id: 'tom', name: 'Tom', role: 'customer', workspace: 'harbour' } });
      },
      selected: inPhase('waiting'),
    });
    button(desk, 'Transfer to Another Group').click();
    await calm();
    expect(names(desk)).to.deep.equal(['Repairs']);
    await choose(desk, 'Repairs');
    last(desk, 'Transfer').click();
    await calm();
    expect(relay.logs.get(desk.selected ?? '')?.summary.queue.name).to.equal('Repairs');
  });
});
