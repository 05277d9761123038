import { expect, html } from '@open-wc/testing';
import { seed } from '@deskbell/client/testing/scenes.js';
import { atDesk, button, calm, find, findAll, textOf } from '../testing/at-desk.js';
import './status.js';

const status = html`<deskbell-status></deskbell-status>`;

const item = (root: Element, label: string): HTMLElement => {
  const found = findAll<HTMLElement>(root, '[role^=menuitem]').find((candidate) => textOf(candidate) === label);
  if (!found) throw new Error(`there is no ${label}`);
  return found;
};

const shown = (root: Element): string => textOf(find(root, '.status'));

describe('<deskbell-status>', () => {
  it('STA 1 offers Available, Away and the workspace’s own, and nothing that only the system sets', async () => {
    const { desk, relay, session } = await atDesk(status, {
      before: (relay) => relay.changeDesk({ statuses: [{ id: 'lunch', name: 'Lunch', tag: 'away' }] }),
    });
    expect(findAll(desk, '[role^=menuitem]').map(textOf)).to.deep.equal(['Available', 'Away', 'Lunch', 'Sign out']);
    await expect(desk).to.be.accessible();
    item(desk, 'Lunch').click();
    await calm();
    expect(shown(desk)).to.equal('Lunch');
    expect(session.state.status?.digital).to.equal('away');
    relay.statuses.laid.set('ana', 'system-busy');
    relay.tellStatus('ana');
    await calm();
    expect(shown(desk)).to.equal('System Busy');
  });

  it('STA 3 asks before an away status while customers are talking, and changes nothing with "Stay"', async () => {
    const { desk, session } = await atDesk(status, { before: (relay) => seed(relay) });
    item(desk, 'Away').click();
    await calm();
    expect(textOf(find(desk, 'dialog'))).to.include('You have active conversations');
    await expect(desk).to.be.accessible();
    button(desk, 'Stay').click();
    await calm();
    expect(session.state.status?.chosen).to.equal('available');
    item(desk, 'Away').click();
    await calm();
    button(desk, 'Go away').click();
    await calm();
    expect(session.state.status?.chosen).to.equal('away');
  });

  it('STA 2 says how long login prep lasts, then asks, and leaves a notice with "Keep Away Status"', async () => {
    const { desk, session, ticker } = await atDesk(status, {
      listening: false,
      before: (relay) => relay.statuses.prepUntil.set('ana', relay.clock.now() + 60_000),
    });
    expect(textOf(desk)).to.include('Login prep: nothing comes to you yet.').and.to.include('1:00');
    expect(item(desk, 'Available').getAttribute('aria-disabled')).to.equal('true');
    await ticker.advance(60_000);
    expect(textOf(find(desk, 'dialog'))).to.include('Login prep is over');
    await expect(desk).to.be.accessible();
    button(desk, 'Keep Away Status').click();
    await calm();
    expect(textOf(desk)).to.include('You are Away: nothing comes to you.');
    expect(session.state.status?.chosen).to.equal('away');
  });

  it('STA 2 "Mark as Available" makes the agent available', async () => {
    const { desk, session, relay, ticker } = await atDesk(status, {
      listening: false,
      before: (relay) => relay.statuses.prepUntil.set('ana', relay.clock.now() + 60_000),
    });
    await ticker.advance(60_000);
    relay.statuses.prepUntil.delete('ana');
    button(desk, 'Mark as Available').click();
    await calm();
    expect(session.state.status?.digital).to.equal('available');
  });

  it('STA 4 says why nobody signs out of their conversations', async () => {
    const { desk } = await atDesk(status, { before: (relay) => seed(relay) });
    item(desk, 'Sign out').click();
    await calm();
    expect(textOf(desk)).to.include('Transfer or close them first');
    await expect(desk).to.be.accessible();
  });

  it('STA 6 says that nothing more comes to who did not answer', async () => {
    const { desk, relay } = await atDesk(status);
    relay.statuses.laid.set('ana', 'away-idle');
    relay.tellStatus('ana');
    await calm();
    expect(shown(desk)).to.equal('Away (Idle)');
    expect(textOf(desk)).to.include('You were set to Away (Idle)');
    await expect(desk).to.be.accessible();
    button(desk, 'Mark as Available').click();
    await calm();
    expect(shown(desk)).to.equal('Available');
  });
});
