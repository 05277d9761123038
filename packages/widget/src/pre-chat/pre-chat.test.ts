import type { PreChatField } from '@deskbell/protocol/site.js';
import { expect, fixture, html } from '@open-wc/testing';
import { press } from '../testing/shown.js';
import type { DeskbellPreChat } from './pre-chat.js';
import './pre-chat.js';

const FORM: PreChatField[] = [
  { field: 'name', label: 'Your name', kind: 'text', required: true },
  { field: 'email', label: 'Email', kind: 'email', required: false },
  { field: 'topic', label: 'What is it about', kind: 'longText', required: false },
];

const make = (fields = FORM, greeting = 'Good to see you.') =>
  fixture<DeskbellPreChat>(html`<deskbell-pre-chat .fields=${fields} .greeting=${greeting}></deskbell-pre-chat>`);
const input = (form: DeskbellPreChat, name: string) => form.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const errors = (form: DeskbellPreChat) => [...form.renderRoot.querySelectorAll('.error')].map((each) => each.textContent);
const submit = async (form: DeskbellPreChat) => {
  form.renderRoot.querySelector('button')!.click();
  await form.updateComplete;
};

function heard(form: DeskbellPreChat): Readonly<Record<string, string>>[] {
  const all: Readonly<Record<string, string>>[] = [];
  form.addEventListener('deskbell-introduce', ({ values }) => all.push(values));
  return all;
}

describe('deskbell-pre-chat', () => {
  it('WID 4 asks what the site wants to know, each field with its label', async () => {
    const form = await make();
    const labels = [...form.renderRoot.querySelectorAll('label')].map((label) => label.innerText.replace(/\s+/g, ' '));
    expect(labels).to.deep.equal(['Your name', 'Email optional', 'What is it about optional']);
    expect([input(form, 'name').autocomplete, input(form, 'email').type, input(form, 'topic').localName]).to.deep.equal([
      'name',
      'email',
      'textarea',
    ]);
    await expect(form).to.be.accessible();
  });

  it('WID 4 says field by field what is wrong, begins with the first, and takes it back while it is mended', async () => {
    const form = await make();
    const values = heard(form);
    input(form, 'email').value = 'not an address';
    await submit(form);
    expect(errors(form)).to.deep.equal(['Your name is missing', 'This does not look like an email address (name@example.com)']);
    expect(form.shadowRoot!.activeElement).to.equal(input(form, 'name'));
    expect(input(form, 'name').getAttribute('aria-describedby')).to.equal('name-fault');
    await expect(form).to.be.accessible();
    input(form, 'name').value = 'M';
    input(form, 'name').dispatchEvent(new InputEvent('input', { bubbles: true }));
    await form.updateComplete;
    expect(errors(form)).to.have.length(1);
    expect(values).to.deep.equal([]);
  });

  it('WID 4 tells what was filled in, without what only looks like it', async () => {
    const form = await make();
    const values = heard(form);
    input(form, 'name').value = '  Maya ';
    input(form, 'topic').value = 'A lamp\nin two parts';
    await submit(form);
    expect(values).to.deep.equal([{ name: 'Maya', email: '', topic: 'A lamp\nin two parts' }]);
  });

  it('WID 4 Enter goes to the next field', async () => {
    const form = await make();
    form.focus();
    expect(press('Enter').defaultPrevented).to.equal(true);
    expect(form.shadowRoot!.activeElement).to.equal(input(form, 'email'));
    press('Enter');
    expect(form.shadowRoot!.activeElement).to.equal(input(form, 'topic'));
    expect(press('Enter').defaultPrevented).to.equal(false);
  });

  it('WID 4 Enter in the last line sends the form', async () => {
    const form = await make(FORM.slice(0, 1));
    form.focus();
    // Not prevented, so that the browser does what it does with a form.
    expect(press('Enter').defaultPrevented).to.equal(false);
    expect(form.renderRoot.querySelector('button')!.type).to.equal('submit');
  });

  it('WID 4 keeps what was typed where the site changes its words', async () => {
    const form = await make();
    input(form, 'name').value = 'Maya';
    form.fields = [...FORM];
    form.greeting = 'Hello again.';
    await form.updateComplete;
    expect(input(form, 'name').value).to.equal('Maya');
  });

  it('shows a hostile label and field name as text', async () => {
    const form = await make([{ field: '"><img src=x>', label: '<script>alert(1)</script>', kind: 'text', required: true }], '<b>bold</b>');
    expect(form.renderRoot.querySelector('img, script, b')).to.equal(null);
    await submit(form);
    expect(errors(form)).to.deep.equal(['<script>alert(1)</script> is missing']);
    expect(form.shadowRoot!.activeElement?.localName).to.equal('input');
  });
});
