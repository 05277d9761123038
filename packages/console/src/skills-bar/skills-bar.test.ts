import { expect, html } from '@open-wc/testing';
import { MAYA, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, find, findAll, focused, inPhase, textOf } from '../testing/at-desk.js';
import '../info/info.js';
import './skills-bar.js';

const SKILLS = [
  { id: 'german', name: 'German' },
  { id: 'wood', name: 'Woodwork' },
];

const at = (modifySkills = true, phase: 'active' | 'wrapUp' = 'active', skills = {}) =>
  atDesk(html`<deskbell-info></deskbell-info>`, {
    before: (relay) => {
      relay.changeDesk({ skills: SKILLS, transfers: { to: 'both', modifySkills } });
      const log = relay.logs.get(seed(relay, { customer: MAYA, phase }));
      if (log) log.summary = { ...log.summary, skills };
    },
    selected: inPhase(phase),
  });

const skillsOf = (relay: SimulatedRelay) => [...relay.logs.values()][0]?.summary.skills;

const add = async (root: Element, name: string): Promise<void> => {
  const item = findAll(find(root, 'deskbell-skills-bar'), '[role=menuitem]').find((candidate) => textOf(candidate) === name);
  item?.click();
  await calm();
};

describe('<deskbell-skills-bar>', () => {
  it('INF 5 "Add Skills" adds one on a live conversation, whose level can be changed', async () => {
    const { desk, relay } = await at();
    await expect(desk).to.be.accessible();
    await add(desk, 'German');
    expect(skillsOf(relay)).to.deep.equal({ german: 3 });
    const level = find<HTMLSelectElement>(find(desk, 'deskbell-skills-bar'), 'select');
    expect(level.getAttribute('aria-label')).to.equal('Level of German');
    level.value = '5';
    level.dispatchEvent(new Event('change'));
    await calm();
    await add(desk, 'Woodwork');
    expect(skillsOf(relay)).to.deep.equal({ german: 5, wood: 3 });
    expect(findAll(desk, 'deskbell-menu')).to.deep.equal([]);
    await expect(desk).to.be.accessible();
  });

  it('INF 5 removes one, and the focus goes to "Add Skills"', async () => {
    const { desk, relay } = await at(true, 'active', { german: 4, wood: 2 });
    button(desk, 'Remove German').focus();
    button(desk, 'Remove German').click();
    await calm();
    expect(skillsOf(relay)).to.deep.equal({ wood: 2 });
    expect(focused()?.getAttribute('aria-label')).to.equal('Add Skills');
  });

  it('INF 5 changes nothing where the workspace does not let agents, or once it is over', async () => {
    const before = { german: 4 };
    for (const { desk } of [await at(false, 'active', before), await at(true, 'wrapUp', before)]) {
      expect(textOf(find(desk, '[part=skill]'))).to.equal('German Very good');
      expect(findAll(find(desk, 'deskbell-skills-bar'), 'button, select')).to.deep.equal([]);
      await expect(desk).to.be.accessible();
    }
    const { desk } = await at(false);
    expect(textOf(find(desk, 'deskbell-skills-bar'))).to.equal('');
  });

  it('INF 5 says what happened where it was refused, and shows what still stands', async () => {
    const { desk, relay } = await at(true, 'active', { german: 4 });
    relay.refuseNext('conversation.skill', 'unavailable');
    button(desk, 'Remove German').click();
    await calm();
    expect(textOf(find(find(desk, 'deskbell-skills-bar'), '.error'))).to.include('Nothing is lost.');
    expect(textOf(find(desk, '[part=skill]'))).to.include('German');
    relay.network.drop();
    await calm();
    expect(button(desk, 'Remove German').disabled).to.equal(true);
  });

  it('fits a narrow panel and a wide one, whatever a skill is called', async () => {
    const { desk, relay } = await at(true, 'active', { long: 1, german: 4 });
    relay.changeDesk({ skills: [...SKILLS, { id: 'long', name: 'Restaurierungsmöbeltischlerei'.repeat(3) }] });
    for (const width of ['200px', '280px', '600px']) {
      desk.style.inlineSize = width;
      desk.style.display = 'block';
      await calm();
      const scroll = find(desk, '.scroll');
      expect(scroll.scrollWidth, width).to.equal(scroll.clientWidth);
    }
  });
});
