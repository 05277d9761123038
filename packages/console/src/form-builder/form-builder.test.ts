import { expect, fixture, html } from '@open-wc/testing';
import { IDENTITY, RETURN, hasForms } from '@deskbell/client/testing/form-scenes.js';
import { ManualClock } from '@deskbell/client/testing/manual-clock.js';
import { simulatedAgent } from '@deskbell/client/testing/simulated-sessions.js';
import { simulateRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { SavedForm } from '@deskbell/protocol/forms.js';
import { button, calm, find, findAll, focused, textOf } from '../testing/at-desk.js';
import './form-builder.js';

async function at(forms: readonly SavedForm[] = [RETURN, IDENTITY], role: 'admin' | 'agent' = 'admin') {
  const relay = simulateRelay({ clock: new ManualClock() });
  await hasForms(relay, ...forms);
  const session = simulatedAgent(relay, { id: 'sue', name: 'Sue', role });
  const desk = await fixture<HTMLElement>(
    html`<deskbell-desk .session=${session} locale="en" color-scheme="light"><deskbell-form-builder></deskbell-form-builder></deskbell-desk>`,
  );
  const builder = find(desk, 'deskbell-form-builder');
  // What asks for them is fetched at first.
  for (let round = 0; round < 100 && (round === 0 || findAll(builder, 'deskbell-skeleton').length > 0); round++) await calm();
  return { relay, builder };
}
const press = async (root: Element, name: string) => {
  button(root, name).click();
  await calm();
};
const choose = async (root: Element, name: string) => {
  findAll<HTMLButtonElement>(root, 'nav li button')
    .find((each) => textOf(each).startsWith(name))!
    .click();
  await calm();
};
const type = async (root: Element, selector: string, value: string) => {
  const box = find<HTMLInputElement>(root, selector);
  box.value = value;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await calm();
};
const names = (root: Element) => findAll(root, 'nav li button').map(textOf);
const labels = (root: Element) => findAll(root, '.fold .label').map(textOf);
const unfold = async (root: Element, label: string) => {
  findAll<HTMLElement>(root, '.fold')
    .find((each) => textOf(find(each, '.label')) === label)!
    .click();
  await calm();
};

describe('<deskbell-form-builder>', () => {
  it('FRM 1 who is no admin is told so, and nothing is asked for', async () => {
    const { builder } = await at([RETURN], 'agent');
    expect(textOf(builder)).to.equal('Forms are made by admins. Ask whoever manages the workspace.');
    await expect(builder.parentElement).to.be.accessible();
  });

  it('FRM 1 a form is made of fields of any kind, saved and there for agents at once', async () => {
    const { relay, builder } = await at([]);
    expect(textOf(builder)).to.include('There are no forms yet.');
    await press(builder, 'New form');
    expect(focused()).to.equal(find(builder, '#name'));
    await type(builder, '#name', 'Bank details');
    for (const kind of ['Text', 'Choice', 'Card number', 'Consent']) {
      findAll<HTMLButtonElement>(builder, '[role=menuitem]')
        .find((each) => textOf(each) === kind)!
        .click();
      await calm();
    }
    expect(labels(builder)).to.deep.equal(['Text', 'Choice', 'Card number', 'Consent']);
    await unfold(builder, 'Choice');
    await type(builder, '#options', 'Savings\n\n Current ');
    await expect(builder.parentElement).to.be.accessible();
    await press(builder, 'Save');
    const [saved] = relay.asked.forms;
    expect(saved?.fields.map(({ name, kind, masked }) => [name, kind, masked])).to.deep.equal([
      ['text', 'text', false],
      ['choice', 'choice', false],
      ['card-number', 'cardNumber', true],
      ['consent', 'consent', false],
    ]);
    expect(saved?.fields[1]?.options).to.deep.equal(['Savings', 'Current']);
    expect(relay.desk.forms).to.deep.equal([{ id: 'new-form', name: 'Bank details' }]);
    expect(button(builder, 'Save').ariaDisabled).to.equal('true');
  });

  it('FRM 1 everything of a field can be said, and shows in the preview as it is typed', async () => {
    const { relay, builder } = await at();
    await choose(builder, 'Return');
    await unfold(builder, 'Pieces');
    await type(builder, '#label', 'How many?');
    await type(builder, '#help', 'Count them twice.');
    await type(builder, '#pattern', '[1-9]');
    await type(builder, '#message', 'One to nine.');
    find(builder, '#required').click();
    find(builder, '#masked').click();
    const when = find<HTMLSelectElement>(builder, '#when');
    when.value = 'what';
    when.dispatchEvent(new Event('change'));
    await calm();
    findAll<HTMLInputElement>(builder, 'fieldset input')[1]!.click();
    await calm();
    expect(textOf(find(builder, '.preview')))
      .to.include('How many?')
      .and.include('Count them twice.');
    await expect(builder.parentElement).to.be.accessible();
    await press(builder, 'Save');
    expect(relay.asked.forms[0]?.fields[3]).to.deep.equal({
      ...{ name: 'pieces', label: 'How many?', kind: 'number', required: true, pattern: '[1-9]', message: 'One to nine.' },
      ...{ help: 'Count them twice.', masked: true, when: { field: 'what', is: ['Stool'] } },
    });
  });

  it('FRM 1 a form is secured whole and kept for so many days', async () => {
    const { relay, builder } = await at();
    await choose(builder, 'Return');
    find(builder, '#secured').click();
    await calm();
    await type(builder, '#retentionDays', '30');
    await unfold(builder, 'Order number');
    expect(findAll(builder, '#masked'), 'all of it is masked').to.deep.equal([]);
    await press(builder, 'Save');
    expect(relay.asked.forms[0]).to.include({ secured: true, retentionDays: 30 });
  });

  it('FRM 1 fields are moved by buttons and by drag, and deleted; the focus stays with them', async () => {
    const { builder } = await at();
    await choose(builder, 'Proof');
    button(builder, 'Move Card number up').focus();
    await press(builder, 'Move Card number up');
    const moved = ['Card number', 'Social security number', 'I agree that you check this'];
    expect(labels(builder)).to.deep.equal(moved);
    expect(focused()).to.equal(button(builder, 'Move Card number down'));
    expect(textOf(find(builder, 'deskbell-form-editor'))).to.include('Now 1 of 3');
    const rows = () => findAll(builder, 'li[part=field]');
    const data = new DataTransfer();
    const drag = (target: Element, kind: string) =>
      target.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    drag(find(rows()[0]!, '.grip'), 'dragstart');
    drag(rows()[2]!, 'dragenter');
    drag(rows()[2]!, 'drop');
    await calm();
    expect(labels(builder)).to.deep.equal([...moved.slice(1), 'Card number']);
    await press(builder, 'Delete Social security number');
    expect(labels(builder)).to.deep.equal(['I agree that you check this', 'Card number']);
    expect(focused()?.matches('.fold')).to.equal(true);
  });

  it('FRM 1 what is wrong shows at its field, before a relay is asked and where it finds it', async () => {
    const { relay, builder } = await at();
    await choose(builder, 'Return');
    await unfold(builder, 'Order number');
    await type(builder, '#pattern', '(');
    await press(builder, 'Save');
    expect(textOf(find(builder, '#pattern-fault'))).to.equal('This is no regular expression.');
    expect(focused()).to.equal(find(builder, '#pattern'));
    expect(relay.asked.version).to.equal(1);
    await expect(builder.parentElement).to.be.accessible();
    await type(builder, '#pattern', '(a+)+');
    expect(textOf(find(builder, '#pattern-fault'))).to.equal('');
    relay.asked.faults = [
      { path: 'fields[1].label', reason: 'is too long' },
      { path: 'name', reason: 'is taken' },
    ];
    await press(builder, 'Save');
    expect(textOf(find(builder, '#name-fault'))).to.equal('Not taken: is taken');
    expect(focused()).to.equal(find(builder, '#name'));
    await unfold(builder, 'Received on');
    expect(textOf(find(builder, '#label-fault'))).to.equal('Not taken: is too long');
    relay.asked.faults = [];
    await press(builder, 'Save');
    expect(relay.asked.forms[0]?.fields[0]?.pattern).to.equal('(a+)+');
  });

  it('FRM 1 somebody else changed the same form: it is said, nothing is lost, and theirs can be had', async () => {
    const { relay, builder } = await at();
    const { asked } = relay;
    const saveElsewhere = (name: string) => {
      asked.forms[0] = { ...RETURN, name };
      asked.version++;
    };
    await choose(builder, 'Return');
    await type(builder, '#name', 'Mine');
    saveElsewhere('Theirs');
    await press(builder, 'Save');
    expect(textOf(find(builder, '.conflict'))).to.include('Somebody else has changed this form meanwhile.');
    expect(find<HTMLInputElement>(builder, '#name').value).to.equal('Mine');
    await expect(builder.parentElement).to.be.accessible();
    await press(builder, 'Load theirs');
    expect(find<HTMLInputElement>(builder, '#name').value).to.equal('Theirs');
    await type(builder, '#name', 'Mine again');
    saveElsewhere('Theirs again');
    await press(builder, 'Save');
    await press(builder, 'Save mine all the same');
    expect(asked.forms[0]?.name).to.equal('Mine again');
    expect(findAll(builder, '.conflict')).to.deep.equal([]);
  });

  it('FRM 1 somebody else changed other things: it is saved all the same', async () => {
    const { relay, builder } = await at();
    await choose(builder, 'Return');
    await type(builder, '#name', 'Mine');
    relay.asked.version = 9;
    relay.asked.forms[1] = { ...IDENTITY, name: 'Other' };
    await press(builder, 'Save');
    expect(relay.asked.forms.map(({ name }) => name)).to.deep.equal(['Mine', 'Other']);
  });

  it('FRM 1 what is not saved stays over a switch, is marked, and is warned about; discarding brings the old back', async () => {
    const { builder } = await at();
    const leaves = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leaves()).to.equal(true);
    await choose(builder, 'Return');
    await type(builder, '#name', 'Mine');
    await choose(builder, 'Proof');
    expect(names(builder)).to.deep.equal(['Mine Not saved yet', 'Proof of identity']);
    expect(leaves()).to.equal(false);
    await choose(builder, 'Mine');
    expect(find<HTMLInputElement>(builder, '#name').value).to.equal('Mine');
    await press(builder, 'Discard');
    expect(names(builder)).to.deep.equal(['Return and refund', 'Proof of identity']);
    expect(leaves()).to.equal(true);
  });

  it('FRM 1 a form is duplicated, and deleted where that is confirmed', async () => {
    const { relay, builder } = await at();
    await choose(builder, 'Return');
    await press(builder, 'Duplicate');
    expect(names(builder)[2]).to.equal('Return and refund (copy) Not saved yet');
    await press(builder, 'Save');
    expect(relay.asked.forms.map(({ id }) => id)).to.deep.equal(['return', 'identity', 'return-and-refund-copy']);
    await press(builder, 'Delete');
    expect(textOf(find(builder, 'deskbell-dialog'))).to.include('Agents can send it no more.');
    await expect(builder.parentElement).to.be.accessible();
    await press(find(builder, 'deskbell-dialog'), 'Cancel');
    expect(relay.asked.forms.length).to.equal(3);
    await press(builder, 'Delete');
    await press(find(builder, 'deskbell-dialog'), 'Delete');
    expect(relay.asked.forms.map(({ id }) => id)).to.deep.equal(['return', 'identity']);
    expect(focused()).to.equal(button(builder, 'New form'));
  });

  it('FRM 1 without a network it says so, keeps what was typed, and goes on', async () => {
    const { relay, builder } = await at();
    await choose(builder, 'Return');
    await type(builder, '#name', 'Mine');
    relay.refuseNext('/v1/forms/return', 'unavailable');
    await press(builder, 'Save');
    expect(textOf(find(builder, 'deskbell-banner'))).to.match(/could not do this now/);
    await press(builder, 'Save');
    expect(relay.asked.forms[0]?.name).to.equal('Mine');
  });
});
