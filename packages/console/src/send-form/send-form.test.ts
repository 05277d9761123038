import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { RETURN, hasForms } from '@deskbell/client/testing/form-scenes.js';
import { ANA, BEN, ends, gives, seed } from '@deskbell/client/testing/scenes.js';
import { atDesk, button, calm, find, findAll, focused, inPhase, textOf } from '../testing/at-desk.js';
import '../compose/compose.js';
import '../forms.js';
import '../toast/toast.js';

async function at(count = 3) {
  const place = await atDesk(html`<deskbell-compose></deskbell-compose>`, {
    before: (relay) => seed(relay, { ago: 60_000 }),
    selected: inPhase('active'),
  });
  const forms = Array.from({ length: count }, (_, index) => ({ ...RETURN, id: `form-${String(index)}`, name: `Form ${String(index)}` }));
  await hasForms(place.relay, ...forms);
  await calm();
  await calm();
  return place;
}
const open = async (root: Element) => {
  button(root, 'Forms').click();
  await calm();
};
const items = (root: Element) => findAll<HTMLButtonElement>(root, '[part=form]');
const sentIn = (relay: Awaited<ReturnType<typeof at>>['relay']) =>
  relay.heard.flatMap((command) => (command.type === 'form.send' ? [command.form] : []));

describe('<deskbell-send-form>', () => {
  it('FRM 2 a form is chosen by the keyboard and sent once; then the box has the focus', async () => {
    const { desk, relay } = await at();
    await open(desk);
    expect(items(desk).map(textOf)).to.deep.equal(['Form 0', 'Form 1', 'Form 2']);
    expect(focused()).to.equal(items(desk)[0]);
    expect(findAll(desk, 'deskbell-send-form input')).to.deep.equal([]);
    await expect(desk).to.be.accessible();
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.equal(items(desk)[1]);
    await sendKeys({ press: 'End' });
    expect(focused()).to.equal(items(desk)[2]);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await calm();
    expect(sentIn(relay)).to.deep.equal(['form-0']);
    expect(items(desk)).to.deep.equal([]);
    expect(focused()?.matches('textarea, .ProseMirror')).to.equal(true);
    expect(textOf(find(desk, 'deskbell-toast'))).to.include('“Form 0” was sent.');
  });

  it('FRM 2 Escape closes the list alone and gives the focus back', async () => {
    const { desk } = await at();
    let heard = 0;
    desk.addEventListener('keydown', ({ key }) => (heard += key === 'Escape' ? 1 : 0));
    await open(desk);
    await sendKeys({ press: 'Escape' });
    await calm();
    expect([items(desk).length, heard]).to.deep.equal([0, 0]);
    expect(focused()).to.equal(button(desk, 'Forms'));
  });

  it('FRM 2 more than seven can be searched; Enter takes the first', async () => {
    const { desk, relay } = await at(9);
    await open(desk);
    expect(focused()?.matches('input')).to.equal(true);
    await sendKeys({ type: 'form 8' });
    await calm();
    expect(items(desk).map(textOf)).to.deep.equal(['Form 8']);
    await expect(desk).to.be.accessible();
    await sendKeys({ type: 'x' });
    await calm();
    expect(textOf(find(desk, '.none'))).to.equal('No form found. Try another word.');
    await sendKeys({ press: 'Backspace' });
    await calm();
    await sendKeys({ press: 'Enter' });
    await calm();
    expect(sentIn(relay)).to.deep.equal(['form-8']);
  });

  it('FRM 2 a refusal is said in the list, and the form can be sent again', async () => {
    const { desk, relay } = await at();
    relay.refuseNext('form.send', 'slow-down');
    await open(desk);
    items(desk)[1]!.click();
    items(desk)[1]!.click();
    await calm();
    expect(textOf(find(find(desk, 'deskbell-send-form'), '[role=alert]'))).to.match(/^Too much at once/);
    await expect(desk).to.be.accessible();
    items(desk)[1]!.click();
    await calm();
    expect(sentIn(relay)).to.deep.equal(['form-1', 'form-1']);
  });

  it('FRM 2 there is no button without forms, without a conversation of one’s own, and after its end', async () => {
    const { desk, relay } = await at();
    relay.changeDesk({ forms: [] });
    await calm();
    expect(findAll(desk, '[part=forms]')).to.deep.equal([]);
    relay.changeDesk({ forms: [{ id: 'form-0', name: 'Form 0' }] });
    await calm();
    expect(findAll(desk, '[part=forms]').length).to.equal(1);
    gives(relay, inPhase('active')(relay) ?? '', ANA, BEN);
    await calm();
    expect(findAll(desk, '[part=forms]')).to.deep.equal([]);
    const { desk: other, relay: over } = await at();
    ends(over, inPhase('active')(over) ?? '', ANA);
    await calm();
    expect(findAll(other, '[part=forms]')).to.deep.equal([]);
  });

  it('FRM 2 in the narrowest console every tool of the bar has its place', async () => {
    const { desk, relay } = await at();
    desk.emojiData = 'data:application/json,[]';
    relay.changeDesk({ responses: 'version 1', ai: { rewrite: true, assist: true, summary: true, arrival: false } });
    const compose = find(desk, 'deskbell-compose');
    compose.style.setProperty('inline-size', '360px');
    for (let round = 0; round < 5; round++) await calm();
    const bar = find(compose, '.bar').getBoundingClientRect();
    for (const each of findAll(compose, 'button').filter((control) => control.checkVisibility() && !control.closest('[popover]'))) {
      const { left, right } = each.getBoundingClientRect();
      expect(left >= bar.left && right <= bar.right, each.ariaLabel ?? textOf(each)).to.equal(true);
    }
  });
});
