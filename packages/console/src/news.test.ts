import { expect, html } from '@open-wc/testing';
import { ANA, BEN, MAYA, ends, expires, expiresWrapUp, gives, offers, seed } from '@deskbell/client/testing/scenes.js';
import { arrive, atDesk, button, calm, customer, find, findAll, inPhase, textOf } from './testing/at-desk.js';
import './tray/tray.js';

const LENA = customer('lena', 'Lena Hoffmann');
const tray = html`<deskbell-tray></deskbell-tray>`;

describe('news of a desk', () => {
  it('TRY 4 STA 6 says of an offer that nobody took in time what became of it, until that is put away', async () => {
    const { desk, relay, ticker } = await atDesk(tray, { before: (relay) => arrive(relay) });
    const id = [...relay.logs.keys()][0] ?? '';
    offers(relay, id, ANA, 20);
    await calm();
    await ticker.advance(20_000);
    expires(relay, id);
    await calm();
    expect(textOf(find(desk, '.notice'))).to.equal(
      'Lena Hoffmann Not accepted in time. You were set to Away (Idle), and the conversation goes to the next agent.',
    );
    await expect(desk).to.be.accessible();
    button(find(desk, '.notice'), 'Dismiss').click();
    await calm();
    expect(findAll(desk, '.notice')).to.deep.equal([]);
  });

  it('TRY 4 says nothing of an offer that was rejected, or whose customer left', async () => {
    const { desk, relay, session, ticker } = await atDesk(tray, { before: (relay) => arrive(relay) });
    const id = session.state.waiting[0]?.id ?? '';
    offers(relay, id, ANA, 20);
    await calm();
    await ticker.advance(19_500);
    button(desk, 'Reject').click();
    await calm();
    offers(relay, id, ANA, 20);
    await calm();
    ends(relay, id, LENA);
    await calm();
    expect(findAll(desk, '.notice')).to.deep.equal([]);
    expect(session.state.offers).to.deep.equal([]);
  });

  it('END 3 tells the agent that the time for wrap-up expired, and shows the list again', async () => {
    const { desk, relay, session } = await atDesk(tray, {
      before: (relay) => {
        seed(relay, { phase: 'wrapUp', customer: LENA });
        seed(relay, { customer: MAYA });
      },
      selected: inPhase('wrapUp'),
    });
    const closed: Event[] = [];
    desk.addEventListener('deskbell-closed', (event) => closed.push(event));
    expiresWrapUp(relay, desk.selected ?? '');
    await calm();
    expect(textOf(find(desk, '.notice'))).to.equal(
      'Lena Hoffmann The time for wrap-up expired. The conversation was closed without a disposition of yours.',
    );
    expect([closed.length, desk.selected, session.state.ongoing.length]).to.deep.equal([1, undefined, 1]);
  });

  it('TRF 3 rings, and says so, when a colleague gives the agent a conversation', async () => {
    const { desk, relay, bell } = await atDesk(tray, { before: (relay) => seed(relay, { customer: LENA, agent: BEN }) });
    gives(relay, [...relay.logs.keys()][0] ?? '', BEN, ANA);
    await calm();
    expect(bell.rang).to.equal(1);
    expect(textOf(find(desk.shadowRoot ?? desk, '[role=status]'))).to.equal('Now yours: Lena Hoffmann');
  });
});
