import type { Form, FormField } from '@deskbell/protocol/forms.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { alert, boxes, faults, field, filled, focused, labelled, leave, pick, progress, show, submit, type } from '../testing/show-form.js';
import type { DeskbellFillEvent } from './form-events.js';
import type { DeskbellForm } from './form.js';

const EVERYTHING: FormField[] = [
  field('Name', 'text', { required: true, help: 'As on the invoice' }),
  field('story', 'longText'),
  field('amount', 'number'),
  field('mail', 'email'),
  field('call', 'phone'),
  field('day', 'date'),
  field('size', 'choice', { options: ['S', 'M'], required: true }),
  field('country', 'choice', { options: ['AT', 'BE', 'CH', 'DE', 'ES', 'FR'] }),
  field('extras', 'choices', { options: ['Bulb', 'Box', 'Card'] }),
  field('card', 'cardNumber', { masked: true }),
  field('pin', 'text', { masked: true }),
  field('proof', 'file'),
  field('terms', 'consent', { required: true }),
];

describe('<deskbell-form>', () => {
  it('FRM 1 shows every kind of field with its own box, keyboard and token', async () => {
    const form = await show(EVERYTHING);
    const looks = boxes(form).map(
      ({ localName, type: kind, inputMode, autocomplete }) => `${localName} ${kind} ${inputMode} ${autocomplete}`,
    );
    expect(looks).to.deep.equal([
      'input text  name',
      'textarea textarea  off',
      'input text decimal off',
      'input email email email',
      'input tel tel tel',
      'input date  off',
      'select select-one  ',
      'input text numeric cc-number',
      'input text  off',
    ]);
    expect([...form.renderRoot.querySelectorAll('[type=radio]')].length).to.equal(2);
    expect([...form.renderRoot.querySelectorAll('[role=group] [type=checkbox]')].length).to.equal(3);
    await expect(form).to.be.accessible();
  });

  it('FRM 1 what may stay empty says so, and what may not tells screen readers', async () => {
    const form = await show(EVERYTHING);
    expect(labelled(form, 'Name').getAttribute('aria-required')).to.equal('true');
    expect(form.renderRoot.querySelector('[role=radiogroup]')!.getAttribute('aria-required')).to.equal('true');
    expect(form.renderRoot.querySelectorAll('.field small').length).to.equal(10);
    const [help] = labelled(form, 'Name').getAttribute('aria-describedby')!.split(' ');
    expect(form.shadowRoot!.getElementById(help!)!.textContent).to.equal('As on the invoice');
  });

  it('FRM 5 says field by field what is wrong, reads out which, and begins with the first', async () => {
    const form = await show(EVERYTHING);
    const sent = filled(form);
    await type(form, 'amount', 'many');
    await type(form, 'card', '4111111111111112');
    await submit(form);
    expect(faults(form)).to.deep.equal([
      'This has to be filled in.',
      'Write a number, like 12 or 12.50.',
      'This has to be filled in.',
      'This is no card number. Check the digits.',
      'This has to be filled in.',
    ]);
    expect(alert(form)).to.equal('Not right yet: Name, amount, size, card, terms');
    expect(focused(form)).to.equal(labelled(form, 'Name'));
    expect(labelled(form, 'amount').getAttribute('aria-invalid')).to.equal('true');
    expect(labelled(form, 'amount').getAttribute('aria-describedby')).to.contain(
      [...form.renderRoot.querySelectorAll('.error')].find((each) => each.textContent.startsWith('Write a number'))!.id,
    );
    expect(sent).to.deep.equal([]);
    await expect(form).to.be.accessible();
  });

  it('FRM 5 what is being mended is not wrong any more, and what is left half done is', async () => {
    const form = await show([
      field('mail', 'email', { required: true }),
      field('code', 'text', { pattern: '[A-Z]{3}', message: 'Three letters' }),
    ]);
    await leave(form, labelled(form, 'mail'));
    expect(faults(form)).to.deep.equal([]);
    await type(form, 'mail', 'maya@');
    await type(form, 'code', 'ab');
    await leave(form, labelled(form, 'mail'));
    await leave(form, labelled(form, 'code'));
    expect(faults(form)).to.deep.equal(['Write an email address, like maya@example.com.', 'Three letters']);
    await type(form, 'mail', 'maya@e');
    expect(faults(form)).to.deep.equal(['Three letters']);
  });

  it('FRM 5 what is wrong with a box that was left is said when the press is over, and moves nothing from under the pointer', async () => {
    const form = await show([field('mail', 'email'), field('size', 'choice', { options: ['S', 'M'] })]);
    await type(form, 'mail', 'maya');
    const radio = form.renderRoot.querySelector('[type=radio]')!;
    const before = radio.getBoundingClientRect().top;
    radio.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await leave(form, labelled(form, 'mail'));
    expect([faults(form), radio.getBoundingClientRect().top]).to.deep.equal([[], before]);
    radio.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));
    await waitUntil(() => faults(form).length > 0, 'the fault is said');
  });

  it('FRM 2 tells how much is filled in, and what is open of it', async () => {
    const form = await show(EVERYTHING.filter(({ name }) => ['Name', 'extras', 'pin', 'terms'].includes(name)));
    const told: (readonly [number, object])[] = [];
    form.addEventListener('deskbell-fill', ({ filled: count, open }: DeskbellFillEvent) => told.push([count, open]));
    expect(progress(form)).to.equal('0 of 4');
    await type(form, 'Name', ' Maya ');
    await pick(form, 'Card');
    await pick(form, 'Bulb');
    await type(form, 'pin', '1234');
    expect(progress(form)).to.equal('3 of 4');
    expect(told).to.deep.equal([
      [1, { Name: ' Maya ' }],
      [2, { Name: ' Maya ', extras: 'Card' }],
      [2, { Name: ' Maya ', extras: 'Bulb\nCard' }],
      [3, { Name: ' Maya ', extras: 'Bulb\nCard' }],
    ]);
  });

  it('FRM 2 what is filled in comes clean, masked values too, and what is not asked for does not', async () => {
    const form = await show([
      field('gift', 'choice', { options: ['yes', 'no'], required: true }),
      field('words', 'longText', { required: true, when: { field: 'gift', is: ['yes'] } }),
      field('card', 'cardNumber', { masked: true }),
      field('terms', 'consent', { required: true }),
    ]);
    const sent = filled(form);
    await pick(form, 'yes');
    await type(form, 'words', 'For you');
    await type(form, 'card', '4111 1111 1111 1111');
    await pick(form, 'terms');
    await submit(form);
    await pick(form, 'no');
    expect(form.renderRoot.querySelector('textarea')).to.equal(null);
    expect(progress(form)).to.equal('3 of 3');
    await submit(form);
    const rest = { card: '4111111111111111', terms: 'yes' };
    expect(sent).to.deep.equal([
      { gift: 'yes', words: 'For you', ...rest },
      { gift: 'no', ...rest },
    ]);
  });

  it('FRM 2 begins with what stood there before', async () => {
    const whole: Form = {
      id: 'order',
      name: 'Your order',
      secured: false,
      fields: [field('Name', 'text'), field('size', 'choice', { options: ['S', 'M'] })],
    };
    const form = await fixture<DeskbellForm>(html`<deskbell-form .form=${whole} .values=${{ Name: 'Maya', size: 'M' }}></deskbell-form>`);
    expect([labelled(form, 'Name').value, labelled(form, 'M').checked, progress(form)]).to.deep.equal(['Maya', true, '2 of 2']);
    form.form = structuredClone(whole);
    await type(form, 'Name', 'Mayra');
    expect(form.answer).to.deep.equal({ Name: 'Mayra', size: 'M' });
  });

  it('FRM 2 has targets that a thumb hits, in one column, in the width of the window', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.style.inlineSize = '314px';
    place.style.setProperty('--deskbell-target', '44px');
    const form = await show(EVERYTHING.map((each) => ({ ...each, label: `${each.label} ${'long'.repeat(20)}` })));
    place.append(form);
    for (const target of form.renderRoot.querySelectorAll<HTMLElement>('.option, .box > *, button')) {
      const { height, width, right } = target.getBoundingClientRect();
      expect(Math.min(height, width), target.outerHTML).to.be.at.least(44);
      expect(right, target.outerHTML).to.be.at.most(place.getBoundingClientRect().right + 0.5);
    }
    expect(form.scrollWidth).to.be.at.most(314);
  });

  it('shows hostile words as words', async () => {
    const hostile = '"><img src=x>';
    const form = await show(
      [field(hostile, 'text', { help: hostile, required: true }), field('b', 'choice', { options: [hostile] })],
      {},
      { name: hostile, intro: hostile },
    );
    await submit(form);
    expect(form.renderRoot.querySelector('img')).to.equal(null);
    expect(focused(form)?.localName).to.equal('input');
  });
});
