import { expect, fixture, html } from '@open-wc/testing';
import { callable } from './calls.js';
import { defineChat, type DeskbellChat } from './chat.js';

class TalkativeWindow extends HTMLElement {
  readonly heard: string[] = [];

  show(): void {
    this.heard.push('show');
  }

  hide(): void {
    this.heard.push('hide');
  }

  rest(): void {
    this.heard.push('rest');
  }

  identify(token: string): Promise<void> {
    this.heard.push(`identify ${token}`);
    return token === 'good' ? Promise.resolve() : Promise.reject(new Error('refused'));
  }

  reset(): Promise<void> {
    this.heard.push('reset');
    return Promise.resolve();
  }
}

customElements.define('deskbell-chat-window', TalkativeWindow);
defineChat(() => Promise.resolve());

const make = async () => {
  const chat = await fixture<DeskbellChat>(html`<deskbell-chat site-key="site" relay="https://relay.example"></deskbell-chat>`);
  const heard = () => chat.shadowRoot!.querySelector<TalkativeWindow>('deskbell-chat-window')!.heard;
  return { chat, deskbell: callable(chat), heard };
};

describe('deskbell()', () => {
  it('opens, closes and toggles the window', async () => {
    const { chat, deskbell, heard } = await make();
    await deskbell('open');
    await deskbell('close');
    await deskbell('toggle');
    expect(heard()).to.deep.equal(['show', 'hide', 'show']);
    expect(chat.isOpen).to.equal(true);
  });

  it('WID 4 identifies the customer, and rejects where the relay refuses it', async () => {
    const { deskbell, heard } = await make();
    await deskbell('identify', 'good');
    const refusal: unknown = await deskbell('identify', 'bad').catch((error: unknown) => error);
    expect([heard(), (refusal as Error).message]).to.deep.equal([['identify good', 'identify bad'], 'refused']);
  });

  it('sets the language and the colours', async () => {
    const { chat, deskbell } = await make();
    await deskbell('setLocale', 'es');
    await deskbell('setColorScheme', 'dark');
    expect([chat.getAttribute('locale'), chat.getAttribute('color-scheme')]).to.deep.equal(['es', 'dark']);
  });

  it('forgets the customer', async () => {
    const { deskbell, heard } = await make();
    await deskbell('reset');
    expect(heard()).to.deep.equal(['reset']);
  });

  it('calls back until it is told not to', async () => {
    const { deskbell } = await make();
    const events: string[] = [];
    const end = await deskbell('on', 'toggle', ({ type }) => events.push(type));
    await deskbell('open');
    end();
    await deskbell('close');
    expect(events).to.deep.equal(['deskbell-toggle']);
  });

  it('takes the chat off the page', async () => {
    const { chat, deskbell, heard } = await make();
    await deskbell('open');
    await deskbell('destroy');
    expect([chat.isConnected, chat.destroyed, heard()]).to.deep.equal([false, true, ['show', 'rest']]);
  });

  it('rejects an unknown call with a sentence that names those there are', async () => {
    const { deskbell } = await make();
    const messages = await Promise.all(
      ['dance', 'constructor', 'remove'].map((name) => deskbell(name).catch((error: unknown) => (error as Error).message)),
    );
    expect(messages[0]).to.equal(
      'Deskbell has no call "dance", only open, close, toggle, identify, setLocale, setColorScheme, reset, destroy, on.',
    );
    expect(messages.every((message) => String(message).startsWith('Deskbell has no call'))).to.equal(true);
  });
});
