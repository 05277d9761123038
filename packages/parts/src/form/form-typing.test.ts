import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { faults, field, filled, focused, labelled, show, submit, type } from '../testing/show-form.js';

describe('<deskbell-form>, typing', () => {
  it('FRM 4 what is masked shows as dots unless somebody is in it, and then as they want it', async () => {
    const form = await show([field('pin', 'text', { masked: true }), field('Name', 'text')]);
    const covered = () => getComputedStyle(labelled(form, 'pin')).getPropertyValue('-webkit-text-security') === 'disc';
    const button = () => form.renderRoot.querySelector<HTMLButtonElement>('.box button')!;
    expect([covered(), button().ariaLabel]).to.deep.equal([true, 'Show “pin”']);
    labelled(form, 'pin').focus();
    await form.updateComplete;
    await sendKeys({ type: '12' });
    expect([covered(), button().ariaLabel]).to.deep.equal([false, 'Hide “pin”']);
    button().click();
    await form.updateComplete;
    await sendKeys({ type: '34' });
    expect([covered(), button().ariaLabel, focused(form)]).to.deep.equal([true, 'Show “pin”', labelled(form, 'pin')]);
    await expect(form).to.be.accessible();
    labelled(form, 'Name').focus();
    await form.updateComplete;
    button().click();
    await form.updateComplete;
    expect([covered(), focused(form), form.answer.pin]).to.deep.equal([false, labelled(form, 'pin'), '1234']);
    labelled(form, 'pin').blur();
    await form.updateComplete;
    expect(covered()).to.equal(true);
  });

  it('FRM 4 what is masked is in no event that leaves, in no attribute, and in no spelling service', async () => {
    const form = await show([field('pin', 'text', { masked: true }), field('Name', 'text')]);
    const heard: string[] = [];
    const listen = (event: Event) =>
      heard.push(JSON.stringify({ ...event, key: (event as KeyboardEvent).key, data: (event as InputEvent).data }));
    const TYPES = ['input', 'beforeinput', 'change', 'keydown', 'keypress', 'keyup', 'deskbell-fill', 'deskbell-filled'];
    for (const each of TYPES) window.addEventListener(each, listen);
    labelled(form, 'pin').focus();
    await sendKeys({ type: 'q' });
    labelled(form, 'Name').focus();
    await sendKeys({ type: 'z' });
    await submit(form);
    for (const each of TYPES) window.removeEventListener(each, listen);
    expect(heard.filter((each) => each.includes('q'))).to.deep.equal([]);
    expect(heard.filter((each) => each.includes('"z"')).length).to.be.greaterThan(0);
    expect(form.shadowRoot!.innerHTML).not.to.contain('="q"');
    expect([labelled(form, 'pin').spellcheck, labelled(form, 'pin').type]).to.deep.equal([false, 'text']);
  });

  it('FRM 1 a card number stands in groups while it is typed, with its brand, and the caret stays where it was', async () => {
    const form = await show([field('card', 'cardNumber')]);
    const box = labelled(form, 'card');
    box.focus();
    await sendKeys({ type: '41111111111' });
    await form.updateComplete;
    const brand = () => form.renderRoot.querySelector('.brand')!.textContent;
    expect([box.value, box.selectionStart, brand()]).to.deep.equal(['4111 1111 111', 13, 'Visa']);
    box.setSelectionRange(2, 2);
    await sendKeys({ type: '2' });
    await form.updateComplete;
    expect([box.value, box.selectionStart]).to.deep.equal(['4121 1111 1111', 3]);
    await type(form, 'card', '378282246310005');
    expect([box.value, brand()]).to.deep.equal(['3782 822463 10005', 'American Express']);
    await submit(form);
    expect(form.answer).to.deep.equal({ card: '378282246310005' });
  });

  it('FRM 5 what the relay does not take is shown as what was found here, and nothing is lost', async () => {
    const form = await show([field('order', 'text'), field('Name', 'text')]);
    await type(form, 'order', 'H-1');
    form.faults = { order: 'no-match' };
    await form.updateComplete;
    await form.updateComplete;
    expect(faults(form)).to.deep.equal(['This does not look like “order”.']);
    expect([labelled(form, 'order').value, focused(form)]).to.deep.equal(['H-1', labelled(form, 'order')]);
    await expect(form).to.be.accessible();
  });

  it('FRM 2 cannot be sent twice, nor where there is a reason, which it says', async () => {
    const form = await show([field('order', 'text')], { reason: 'There is no connection' });
    const sent = filled(form);
    await type(form, 'order', 'H-1');
    await submit(form);
    const button = form.renderRoot.querySelector('[part=submit]')!;
    expect([
      button.getAttribute('aria-disabled'),
      form.shadowRoot!.getElementById(button.getAttribute('aria-describedby')!)!.textContent,
    ]).to.deep.equal(['true', 'There is no connection']);
    form.reason = '';
    form.busy = true;
    await form.updateComplete;
    await submit(form);
    expect([sent, labelled(form, 'order').readOnly, button.textContent.trim()]).to.deep.equal([[], true, 'Sending']);
    await expect(form).to.be.accessible();
  });

  it('FRM 2 Enter goes to the next box, and from the last one sends', async () => {
    const form = await show([field('order', 'text'), field('Name', 'text')]);
    const sent = filled(form);
    labelled(form, 'order').focus();
    await sendKeys({ press: 'Enter' });
    expect(focused(form)).to.equal(labelled(form, 'Name'));
    await sendKeys({ type: 'M' });
    await sendKeys({ press: 'Enter' });
    expect(sent).to.deep.equal([{ Name: 'M' }]);
  });
});
