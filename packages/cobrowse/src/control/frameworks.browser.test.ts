import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { controlled, type Controlled } from '../testing/controlled.js';
import { loadReact } from '../testing/load-react.js';

/** A form that keeps what it holds itself, and puts it back into the fields each time. */
class LitForm extends LitElement {
  static override properties = { held: { state: true } };
  declare held: Record<string, string>;
  sent: Record<string, string>[] = [];

  constructor() {
    super();
    this.held = { name: '', size: 's', gift: 'no' };
  }

  override render() {
    return html`<form @submit=${(event: Event) => this.submit(event)}>
      <input id="name" .value=${this.held.name} @input=${(event: InputEvent) => this.keep('name', (event.target as HTMLInputElement).value)} />
      <select id="size" .value=${this.held.size} @change=${(event: Event) => this.keep('size', (event.target as HTMLSelectElement).value)}>
        <option>s</option>
        <option>m</option>
      </select>
      <input
        id="gift"
        type="checkbox"
        .checked=${this.held.gift === 'yes'}
        @change=${(event: Event) => this.keep('gift', (event.target as HTMLInputElement).checked ? 'yes' : 'no')}
      />
      <button id="send">Send</button>
    </form>`;
  }

  private keep(name: string, value: string) {
    this.held = { ...this.held, [name]: value };
  }

  private submit(event: Event) {
    event.preventDefault();
    this.sent.push(this.held);
  }
}
customElements.define('test-lit-form', LitForm);

describe('forms that were written with a library', () => {
  let here: Controlled | undefined;
  afterEach(() => here?.close());

  it('COB 5 a form of Lit is filled in and sent', async () => {
    const page = (here = controlled('<test-lit-form></test-lit-form>'));
    const form = page.find<LitForm>('test-lit-form');
    await form.updateComplete;
    const field = (id: string) => form.renderRoot.querySelector(`#${id}`)!;
    for (const text of ['A', 'Ad', 'Ada']) {
      expect(page.type(field('name'), text)).to.equal('done');
      await form.updateComplete;
    }
    expect(page.act(field('size'), { kind: 'choose', options: [1] })).to.equal('done');
    expect(page.click(field('gift'))).to.equal('done');
    await form.updateComplete;
    expect(page.click(field('send'))).to.equal('done');
    expect(page.press(field('name'), 'Enter')).to.equal('done');
    const whole = { name: 'Ada', size: 'm', gift: 'yes' };
    expect(form.sent).to.deep.equal([whole, whole]);
  });

  it('COB 5 a form of React is filled in and sent', async () => {
    const { createElement, createRoot, useState } = await loadReact();
    const page = (here = controlled('<div id="root"></div>'));
    const sent: unknown[] = [];
    const blurred: string[] = [];
    const Form = () => {
      const [held, hold] = useState({ name: '', note: '', size: 's', gift: false, speed: 'slow' });
      return createElement(
        'form',
        {
          onSubmit: (event: Event) => {
            event.preventDefault();
            sent.push(held);
          },
        },
        // React keeps a field as it was where it does not learn of a change.
        createElement('input', {
          id: 'name',
          value: held.name,
          onChange: ({ target }: { target: HTMLInputElement }) => hold((all) => ({ ...all, name: target.value.toUpperCase() })),
          onBlur: () => blurred.push('name'),
        }),
        createElement('textarea', {
          id: 'note',
          value: held.note,
          onChange: ({ target }: { target: HTMLTextAreaElement }) => hold((all) => ({ ...all, note: target.value })),
        }),
        createElement(
          'select',
          {
            id: 'size',
            value: held.size,
            onChange: ({ target }: { target: HTMLSelectElement }) => hold((all) => ({ ...all, size: target.value })),
          },
          createElement('option', { key: 's' }, 's'),
          createElement('option', { key: 'm' }, 'm'),
        ),
        createElement('input', {
          id: 'gift',
          type: 'checkbox',
          checked: held.gift,
          onChange: ({ target }: { target: HTMLInputElement }) => hold((all) => ({ ...all, gift: target.checked })),
        }),
        createElement('input', {
          id: 'fast',
          type: 'radio',
          checked: held.speed === 'fast',
          onChange: () => hold((all) => ({ ...all, speed: 'fast' })),
        }),
        createElement('button', { id: 'send' }, 'Send'),
      );
    };
    const root = createRoot(page.find('#root'));
    root.render(createElement(Form));
    const drawn = async (selector: string, value: string) => {
      while (page.page.querySelector<HTMLInputElement>(selector)?.value !== value) await new Promise(requestAnimationFrame);
    };
    await drawn('#name', '');
    for (const text of ['a', 'Ad', 'ADa']) {
      expect(page.type('#name', text)).to.equal('done');
      await drawn('#name', text.toUpperCase());
    }
    expect(page.type('#note', 'Two\nlines')).to.equal('done');
    expect(blurred).to.deep.equal(['name']);
    expect(page.act('#size', { kind: 'choose', options: [1] })).to.equal('done');
    expect(page.click('#gift')).to.equal('done');
    expect(page.click('#fast')).to.equal('done');
    await drawn('#size', 'm');
    await new Promise(requestAnimationFrame);
    expect(page.click('#send')).to.equal('done');
    expect(sent).to.deep.equal([{ name: 'ADA', note: 'Two\nlines', size: 'm', gift: true, speed: 'fast' }]);
    root.unmount();
  });
});
