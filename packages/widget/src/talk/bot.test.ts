import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { expect } from '@open-wc/testing';
import { button, headline, quiet, say, shown, talkOf, transcriptOf } from '../testing/shown.js';

afterEach(() => localStorage.clear());

describe('deskbell-chat-talk with an AI agent', () => {
  it('BOT 1 says who is there, shows its dots, and gives way to a person with a passkey', async () => {
    const relay = new SimulatedRelay({ site: { bot: { name: 'Robo' } } });
    const { window } = await shown(relay, { person: null });
    await say(window, 'Hello');
    expect(headline(window)).to.equal('You are talking with Robo, an AI agent');
    expect(transcriptOf(window).renderRoot.querySelector('.typing .bubble')?.ariaLabel).to.equal('Robo is typing');
    await expect(window).to.be.accessible();

    button(talkOf(window)!.renderRoot, 'Talk to a person')!.click();
    await quiet(window);
    expect(button(talkOf(window)!.renderRoot, 'Talk to a person')).to.equal(undefined);
    expect(transcriptOf(window).renderRoot.querySelector('.passkey bdi')?.textContent).to.equal('KXR 4TQ');
    expect(transcriptOf(window).renderRoot.querySelector('.typing')).to.equal(null);
    expect(relay.heard.filter(({ type }) => type === 'person.ask')).to.have.length(1);
    await expect(window).to.be.accessible();
  });
});
