import { ManualClock } from '@deskbell/client/testing/manual-clock.js';
import { settle } from '@deskbell/client/testing/settle.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { makesCode } from '@deskbell/client/testing/simulated-showing.js';
import { CODE_DIGITS as PROTOCOL_DIGITS, type CobrowseTicket } from '@deskbell/protocol/cobrowse.js';
import { expect } from '@open-wc/testing';
import { DeskbellCobrowseCode } from './code.js';
import { CODE_DIGITS, digitsIn } from './digits.js';

const RELAY = 'https://relay.example';
const { fetch } = globalThis;
let code: DeskbellCobrowseCode | undefined;

function put() {
  const clock = new ManualClock();
  const relay = new SimulatedRelay({ clock });
  globalThis.fetch = relay.fetch;
  code = new DeskbellCobrowseCode();
  code.clock = clock;
  document.body.append(code);
  const root = code.shadowRoot!;
  const entered: Promise<CobrowseTicket | undefined> = code.enter(RELAY, 'site-key');
  const dialog = () => root.querySelector('dialog');
  const field = () => root.querySelector('input')!;
  const type = (text: string) => {
    field().value = text;
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const button = (name: string) => [...root.querySelectorAll('button')].find((each) => each.textContent === name)!;
  const press = async (name: string) => {
    button(name).click();
    await settle();
  };
  const fault = () => root.querySelector('[role=alert]')!.textContent;
  return { clock, relay, code, root, entered, dialog, field, type, button, press, fault };
}

afterEach(() => {
  globalThis.fetch = fetch;
  code?.remove();
});

describe('deskbell-cobrowse-code', () => {
  it('COB 3 takes the code, asks with the agent’s name, and gives what the page is shown by', async () => {
    const { relay, code, entered, dialog, field, type, press } = put();
    const id = makesCode(relay, '482193');
    expect([dialog()!.matches(':modal'), code.shadowRoot!.activeElement]).to.deep.equal([true, field()]);
    expect([field().inputMode, field().autocomplete, field().labels![0]!.textContent]).to.deep.equal([
      'numeric',
      'off',
      'Code of 6 digits',
    ]);
    await expect(code).to.be.accessible();
    type('482193');
    await press('Connect');
    expect(dialog()!.querySelector('h2')!.textContent).to.equal('Show Ana Ruiz your page?');
    expect(relay.asked.cobrowses[0]!.session.state).to.equal('asked');
    await expect(code).to.be.accessible();
    await press('Show my page');
    const shown = await entered;
    expect([shown?.session.state, shown?.ticket, dialog()]).to.deep.equal(['allowed', `ticket to ${id}`, null]);
  });

  it('COB 3 “Not now” shows nothing, and tells the agent', async () => {
    const { relay, entered, type, press } = put();
    makesCode(relay, '482193');
    type('482193');
    await press('Connect');
    await press('Not now');
    expect(await entered).to.equal(undefined);
    expect(relay.asked.cobrowses[0]!.session.end).to.equal('refused');
  });

  it('COB 3 takes a code however it was written down, and in any digits', () => {
    const { field, type } = put();
    const taken = ['482 193', 'Code: 482-193.', '٤٨٢١٩٣', '４８２１９３99', '482193\n'].map((text) => {
      type(text);
      return field().value;
    });
    expect(taken).to.deep.equal(Array(5).fill('482193'));
    expect([CODE_DIGITS, digitsIn('𝟜𝟠𝟚 x')]).to.deep.equal([PROTOCOL_DIGITS, '482']);
  });

  it('COB 4 says that a code is not good, without saying more', async () => {
    const { relay, code, clock, type, press, fault, field } = put();
    makesCode(relay, '482193');
    type('4821');
    await press('Connect');
    expect([fault(), relay.asked.cobrowses[0]!.session.state]).to.deep.equal(['A code has 6 digits.', 'code']);
    type('111111');
    expect(fault()).to.equal('');
    await press('Connect');
    const wrong = fault();
    expect([wrong, field().ariaInvalid]).to.deep.equal([
      'This code is not good, or not any longer. Check it, or ask for a new one.',
      'true',
    ]);
    await expect(code).to.be.accessible();
    await clock.advance(300_000);
    type('482193');
    await press('Connect');
    expect(fault()).to.equal(wrong);
  });

  it('COB 3 says so where the workspace has turned it off: another code would do no better', async () => {
    const { relay, code, type, press, fault } = put();
    relay.refuseNext('/v1/cobrowse/redeem', 'wrong-role');
    type('482193');
    await press('Connect');
    expect(fault()).to.equal('No code is taken on this site now. Go on by phone or in the chat.');
    await expect(code).to.be.accessible();
  });

  it('COB 4 after too many tries it counts the seconds, and sends nothing till they are over', async () => {
    const { relay, clock, code, type, press, fault, button, root } = put();
    const id = makesCode(relay, '482193');
    relay.refuseNext('/v1/cobrowse/redeem', 'slow-down', { retryAfter: 2_500 });
    type('482193');
    await press('Connect');
    expect([fault(), button('Again in 3 s').ariaDisabled]).to.deep.equal(['Too many tries. Wait a moment.', 'true']);
    await expect(code).to.be.accessible();
    await press('Again in 3 s');
    expect(relay.asked.cobrowses[0]!.session.state).to.equal('code');
    await clock.advance(1_000);
    expect(button('Again in 2 s').ariaDisabled).to.equal('true');
    await clock.advance(2_000);
    expect([fault(), button('Connect').ariaDisabled]).to.deep.equal(['', null]);
    await press('Connect');
    expect([root.querySelector('h2')!.textContent, relay.asked.cobrowses[0]!.session.id]).to.deep.equal(['Show Ana Ruiz your page?', id]);
  });

  it('COB 3 says that there is no connection, and takes the same code again', async () => {
    const { relay, type, press, fault, root, field } = put();
    makesCode(relay, '482193');
    relay.network.drop();
    type('482193');
    await press('Connect');
    expect([fault(), field().value]).to.deep.equal(['There is no connection. Try again in a moment.', '482193']);
    relay.network.restore();
    await press('Connect');
    expect(root.querySelector('h2')!.textContent).to.equal('Show Ana Ruiz your page?');
  });

  it('COB 3 Escape and “Cancel” leave everything as it was', async () => {
    const { entered, press, dialog } = put();
    await press('Cancel');
    expect([await entered, dialog()]).to.deep.equal([undefined, null]);
    const { entered: again, dialog: other } = put();
    other()!.dispatchEvent(new Event('cancel'));
    expect(await again).to.equal(undefined);
  });
});
