import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { SimulatedPage } from '@deskbell/client/testing/simulated-page.js';
import { ManualClock } from '@deskbell/client/testing/manual-clock.js';
import { expect } from '@open-wc/testing';
import { banners, composerOf, quiet, shown } from '../testing/shown.js';
import type { DeskbellChatWindow } from './window.js';

/** What is said on the console while something happens. */
async function said<T>(during: () => Promise<T>): Promise<{ result: T; sentences: unknown[] }> {
  const { error } = console;
  const sentences: unknown[] = [];
  console.error = (sentence) => sentences.push(sentence);
  try {
    return { result: await during(), sentences };
  } finally {
    console.error = error;
  }
}

const action = (window: DeskbellChatWindow) => window.renderRoot.querySelector<HTMLButtonElement>('deskbell-banner button');

describe('what stands between the customer and the chat', () => {
  it('a page that the relay does not know: calm for the customer, the reason for the developer, and another try', async () => {
    const relay = new SimulatedRelay();
    relay.refuseNext('/v1/customers', 'wrong-origin');
    const { result, sentences } = await said(() => shown(relay, { person: null }));
    const { window } = result;
    expect(banners(window)[0]).to.contain('The chat is not available at the moment.');
    expect(sentences).to.deep.equal([
      `Deskbell: the relay turned this page away (wrong-origin). It goes by the site key "site-key" and the origin ${location.origin}: both have to be in its settings.`,
    ]);
    await expect(window).to.be.accessible();
    expect(action(window)!.textContent.trim()).to.equal('Try again');
    action(window)!.click();
    await quiet(window);
    expect([banners(window), composerOf(window)!.disabled]).to.deep.equal([[], false]);
  });

  it('an unknown site key is told to the developer too, once', async () => {
    const relay = new SimulatedRelay();
    relay.refuseNext('/v1/customers', 'not-found');
    const { sentences } = await said(() => shown(relay, { person: null }));
    expect(sentences).to.have.length(1);
    expect(sentences[0]).to.contain('no-token');
  });

  it('a page that is too old has to be reloaded', async () => {
    const { relay, window } = await shown();
    await said(async () => {
      relay.closeAll('too-old');
      await quiet(window);
    });
    expect(banners(window)[0]).to.contain('The chat was updated. Reload the page to go on.');
    expect([action(window)!.textContent.trim(), composerOf(window)!.disabled]).to.deep.equal(['Reload', true]);
    await expect(window).to.be.accessible();
  });

  it('DLV 2 tells a browser without network from a relay that is away', async () => {
    const page = new SimulatedPage();
    const { relay, window } = await shown(new SimulatedRelay({ clock: new ManualClock() }), { page });
    page.sign('offline');
    relay.network.drop();
    await quiet(window);
    expect(banners(window)).to.deep.equal(['No connection. What you wrote is kept, and goes out when it is back.']);
    page.sign('online');
  });
});
