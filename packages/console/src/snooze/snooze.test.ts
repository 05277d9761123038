import { expect, html } from '@open-wc/testing';
import { MAYA, says, seed } from '@deskbell/client/testing/scenes.js';
import { atDesk, button, calm, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import { localMoment } from '../words/moment.js';
import './snooze.js';

const open = async () => {
  const scene = await atDesk(html`<deskbell-snooze></deskbell-snooze>`, { before: (relay) => seed(relay), selected: inPhase('active') });
  button(scene.desk, 'Snooze').click();
  await calm();
  return scene;
};

const choose = async (root: Element, name: string): Promise<void> => {
  const label = findAll(root, 'fieldset label').find((candidate) => textOf(candidate) === name);
  label?.querySelector('input')?.click();
  await calm();
};

describe('<deskbell-snooze>', () => {
  it('SNZ 2 "Snooze Conversation Until" offers durations and an own time, and "Apply" puts it out of the way', async () => {
    const { desk, session, relay } = await open();
    expect(findAll(desk, 'fieldset label').map(textOf)).to.deep.equal(['15 minutes', '1 hour', '4 hours', '1 day', 'Custom Snooze']);
    expect(button(desk, 'Apply').disabled).to.equal(true);
    await expect(desk).to.be.accessible();
    await choose(desk, '1 hour');
    button(desk, 'Apply').click();
    await calm();
    expect(session.state.ongoing[0]?.snoozedUntil).to.equal(relay.clock.now() + 3_600_000);
    expect(() => button(desk, 'Snooze')).to.throw('there is no button');
  });

  it('SNZ 2 an own time has to be in the future', async () => {
    const { desk, session, ticker } = await open();
    await choose(desk, 'Custom Snooze');
    await expect(desk).to.be.accessible();
    const own = find<HTMLInputElement>(desk, 'input[type=datetime-local]');
    own.value = localMoment(ticker.now() - 86_400_000);
    button(desk, 'Apply').click();
    await calm();
    expect(textOf(find(desk, '[role=alert]'))).to.equal('Choose a time in the future.');
    own.value = localMoment(ticker.now() + 86_400_000);
    button(desk, 'Apply').click();
    await calm();
    expect(session.state.ongoing[0]?.snoozedUntil).to.be.above(ticker.now());
  });

  it('SNZ 1 is not to be had while the customer waits for a reply, and says why', async () => {
    const { desk, relay } = await atDesk(html`<deskbell-snooze></deskbell-snooze>`, {
      before: (relay) => says(relay, seed(relay), MAYA, 'And now?'),
      selected: inPhase('active'),
    });
    expect(button(desk, 'Snooze').getAttribute('aria-disabled')).to.equal('true');
    expect(button(desk, 'Snooze').title).to.equal('The customer waits for a reply. Answer first.');
    button(desk, 'Snooze').click();
    await calm();
    expect(findAll(desk, 'deskbell-dialog[label^=Snooze]')).to.deep.equal([]);
    expect(relay.heard.some(({ type }) => type === 'conversation.snooze')).to.equal(false);
  });
});
