import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import { SHOP_RESPONSES } from '@deskbell/client/testing/responses.js';
import { seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, customer, find, findAll, focused, inPhase, press, textOf } from '../testing/at-desk.js';
import '../compose/compose.js';
// Here already, so that it comes at once where it is asked for.
import '../editor/editor.js';
import './responses.js';

const stocked = (relay: SimulatedRelay) => {
  seed(relay, { customer: customer('maya', 'Maya Lindqvist') });
  relay.changeResponses(SHOP_RESPONSES);
};
const compose = html`<deskbell-compose></deskbell-compose>`;
const sit = (before = stocked) => atDesk(compose, { before, selected: inPhase('active') });

const field = (root: Element) => find(root, '.ProseMirror');
const composer = (root: Element) => find<DeskbellComposer>(root, 'deskbell-composer');
const value = (root: Element) => composer(root).value;
const options = (root: Element) => findAll(root, '[role=option] .name').map(textOf);
const chosen = (root: Element) => findAll(root, '[role=option][aria-selected=true] .name').map(textOf);
const isOpen = (root: Element) => find(root, '#library').matches(':popover-open');

/** What is written so far, with everything that follows from it. */
const type = async (root: Element, text: string) => {
  composer(root).focus();
  for (const key of text) await sendKeys({ press: key === ' ' ? 'Space' : key });
  await loaded();
};
const hit = async (...keys: string[]) => {
  for (const key of keys) await sendKeys({ press: key });
  await calm();
};
/** The library's module is there, and what it shows. */
const loaded = async () => {
  await import('../response-library/response-library.js');
  await calm();
};

describe('<deskbell-responses>', () => {
  it('CMP 2 "/" opens the responses, typing filters, arrows choose, Enter inserts, and one undo brings the text back', async () => {
    const { desk, relay } = await sit();
    await type(desk, '/');
    expect(options(desk).length).to.equal(6);
    expect(focused()).to.equal(field(desk));
    await type(desk, 'delivry');
    expect(options(desk)[0]).to.equal('Delivery is late');
    await expect(desk).to.be.accessible();
    await hit('ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp');
    expect(chosen(desk)).to.deep.equal(['Delivery is late']);
    await hit('Enter');
    expect(isOpen(desk)).to.equal(false);
    expect(value(desk)).to.match(/^I am sorry that your order is late\.\n\nI have asked/);
    expect(relay.heard.some((command) => command.type === 'message.send')).to.equal(false);
    await hit('Control+Z');
    expect(value(desk)).to.equal('/delivry');
  });

  it('CMP 2 what a response leaves open is filled in, what nobody knows is a gap', async () => {
    const { desk } = await sit((relay) => {
      seed(relay, { customer: customer('nobody', '') });
      relay.changeResponses(SHOP_RESPONSES);
    });
    await type(desk, '/hello');
    await hit('Enter');
    expect(value(desk)).to.equal('Hello there, I am Ana. What can I do for you?');
    await hit('Control+A', 'Delete');
    await type(desk, '/come back');
    await hit('Enter');
    expect(value(desk)).to.equal('I am looking it up, [customer’s first name]. I come back to you in a few minutes.');
  });

  it('CMP 2 Escape closes, leaves the text as it was, and reaches nothing around', async () => {
    const { desk } = await sit();
    const heard: string[] = [];
    desk.addEventListener('keydown', ({ key }) => heard.push(key));
    await type(desk, '/ret');
    await hit('Escape');
    expect([isOpen(desk), value(desk), heard.includes('Escape')]).to.deep.equal([false, '/ret', false]);
    await type(desk, 'urn');
    expect([isOpen(desk), value(desk)]).to.deep.equal([false, '/return']);
  });

  it('CMP 2 Tab takes what is chosen; where nothing was found it goes to "Send", and Enter sends nothing at once', async () => {
    const { desk, relay } = await sit();
    await type(desk, '/warranty');
    await hit('Tab');
    expect([value(desk), focused()]).to.deep.equal(['The warranty is five years.', field(desk)]);
    await hit('Control+A', 'Delete');
    await type(desk, '/qqqq');
    expect(textOf(find(desk, 'deskbell-response-library'))).to.include('No response found');
    await hit('Enter');
    expect([isOpen(desk), value(desk)]).to.deep.equal([false, '/qqqq']);
    expect(relay.heard.some((command) => command.type === 'message.send')).to.equal(false);
    await hit('Control+A', 'Delete');
    await type(desk, '/qqqq');
    await hit('Tab');
    expect(isOpen(desk)).to.equal(false);
    expect(textOf(focused() ?? desk)).to.equal('Send');
  });

  it('CMP 2 a "/" before what is written opens them too, and what is written stays behind', async () => {
    const { desk } = await sit();
    await type(desk, 'Bye');
    await hit('Home');
    await type(desk, '/label');
    expect(options(desk)).to.deep.equal(['Return label']);
    await hit('Enter');
    expect(value(desk)).to.match(/^You can send it back.*Ana Ruiz, Harbour & PineBye$/s);
  });

  it('CMP 2 a "/" elsewhere, one that is pasted, and one that is put there by a script open nothing', async () => {
    const { desk } = await sit();
    await type(desk, 'and/or');
    expect(isOpen(desk)).to.equal(false);
    await hit('Control+A', 'Delete');
    composer(desk).insert('/hello');
    await calm();
    expect([isOpen(desk), value(desk)]).to.deep.equal([false, '/hello']);
    await hit('Control+A', 'Control+X');
    await hit('Control+V');
    await type(desk, 'x');
    expect([isOpen(desk), value(desk)]).to.deep.equal([false, '/hellox']);
  });

  it('CMP 2 an input method that composes is left alone', async () => {
    const { desk } = await sit();
    composer(desk).focus();
    const init = { inputType: 'insertCompositionText', data: '/', isComposing: true, bubbles: true, composed: true };
    field(desk).dispatchEvent(new InputEvent('beforeinput', init));
    composer(desk).insert('/');
    await calm();
    expect([isOpen(desk), value(desk)]).to.deep.equal([false, '/']);
    await hit('Control+A', 'Delete');
    await type(desk, '/');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true, cancelable: true });
    field(desk).dispatchEvent(enter);
    expect([enter.defaultPrevented, isOpen(desk), value(desk)]).to.deep.equal([false, true, '/']);
  });

  it('CMP 3 the button opens the same library, by mouse and by keys, and puts the response where the caret is', async () => {
    const { desk } = await sit();
    await type(desk, 'Dear all. ');
    button(desk, 'Standard responses').click();
    await loaded();
    expect(focused()).to.equal(find(desk, 'input[type=search]'));
    await expect(desk).to.be.accessible();
    const [all, , orders] = findAll<HTMLButtonElement>(desk, '[role=tab]');
    expect([textOf(all!), textOf(orders!)]).to.deep.equal(['All 6', 'Orders and delivery 3']);
    orders?.click();
    await calm();
    expect(options(desk)).to.deep.equal(['Delivery is late', 'Change of address', 'Return label']);
    findAll<HTMLButtonElement>(desk, '[role=option]')[1]?.click();
    await calm();
    expect(value(desk)).to.equal('Dear all. Tell me the new address, and I change it before the parcel leaves us.');
    expect([isOpen(desk), focused()]).to.deep.equal([false, field(desk)]);
    press('KeyP', field(desk));
    await loaded();
    expect(isOpen(desk)).to.equal(true);
  });

  it('CMP 3 Escape in the library gives the focus back to the box', async () => {
    const { desk } = await sit();
    press('KeyP', desk);
    await loaded();
    await sendKeys({ type: 'label' });
    await calm();
    expect(options(desk)).to.deep.equal(['Return label']);
    await hit('Escape');
    expect([isOpen(desk), focused(), value(desk)]).to.deep.equal([false, field(desk), '']);
  });

  it('CMP 2 stays open when the editor comes in place of the plain box in the middle of it', async () => {
    let isThere = () => {};
    const loadEditor = () => new Promise<void>((resolve) => (isThere = resolve));
    const { desk } = await atDesk(html`<deskbell-compose .loadEditor=${loadEditor}></deskbell-compose>`, {
      before: stocked,
      selected: inPhase('active'),
    });
    await type(desk, '/');
    expect([focused()?.matches('textarea'), isOpen(desk)]).to.deep.equal([true, true]);
    isThere();
    await calm();
    expect([focused() === field(desk), isOpen(desk)]).to.deep.equal([true, true]);
    await type(desk, 'delivry');
    expect(chosen(desk)).to.deep.equal(['Delivery is late']);
  });

  it('CMP 3 without responses there is no button, and "/" is text', async () => {
    const { desk } = await sit((relay) => void seed(relay));
    expect(findAll(desk, 'button[part=responses]')).to.deep.equal([]);
    await type(desk, '/hello');
    expect([value(desk), findAll(desk, '#library')]).to.deep.equal(['/hello', []]);
  });

  it('CMP 3 what could not be loaded says so, and is tried again', async () => {
    const { desk, relay } = await sit();
    relay.refuseNext('/v1/responses', 'unavailable');
    await type(desk, '/');
    expect(textOf(find(desk, '[role=alert]'))).to.equal('The standard responses could not be loaded. What you wrote is kept.');
    await expect(desk).to.be.accessible();
    button(desk, 'Try again').click();
    await loaded();
    expect(options(desk).length).to.equal(6);
    await hit('Enter');
    expect(value(desk)).to.equal('Hello Maya, I am Ana. What can I do for you?');
  });

  it('CMP 3 a response that an admin takes away goes while the library is open, and nothing that is gone is inserted', async () => {
    const { desk, relay } = await sit();
    await type(desk, '/');
    await hit('ArrowDown');
    expect(chosen(desk)).to.deep.equal(['I come back to you']);
    const [greetings, ...others] = SHOP_RESPONSES;
    relay.changeResponses([{ ...greetings!, templates: greetings!.templates.slice(0, 1) }, ...others]);
    await loaded();
    expect(options(desk)).not.to.include('I come back to you');
    expect(chosen(desk)).to.deep.equal(['Hello']);
    relay.changeResponses([]);
    await calm();
    expect(findAll(desk, '#library')).to.deep.equal([]);
    await hit('Enter');
    expect(value(desk)).to.equal('');
    expect(relay.heard.filter((command) => command.type === 'message.send').length).to.equal(1);
  });

  it('CMP 2 another conversation closes the library', async () => {
    const { desk, relay } = await sit();
    const other = seed(relay, { customer: customer('tom', 'Tom') });
    await type(desk, '/');
    expect(isOpen(desk)).to.equal(true);
    desk.select(other);
    await calm();
    expect(isOpen(desk)).to.equal(false);
  });
});
