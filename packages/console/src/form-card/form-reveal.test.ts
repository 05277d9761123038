import { expect } from '@open-wc/testing';
import { IDENTITY, RETURN } from '@deskbell/client/testing/form-scenes.js';
import { REVEALED_FOR } from '@deskbell/protocol/forms.js';
import type { RefusalCode } from '@deskbell/protocol/refusals.js';
import { button, calm, find, findAll, focused, textOf } from '../testing/at-desk.js';
import { IBAN, IDENTIFIED, TYPED, at, cardIn, faults, reveal, shown } from './testing/card-at.js';
import { placesOf } from './testing/places-of.js';

function setVisibility(state: DocumentVisibilityState): void {
  if (state === 'visible') Reflect.deleteProperty(document, 'visibilityState');
  else Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('<deskbell-form-card>, what is masked', () => {
  it('FRM 3 one press reveals one field by one request; the value hides itself after 30 seconds and is nowhere then', async () => {
    const { desk, relay, ticker, session } = await at(RETURN, TYPED);
    await reveal(desk, 'Show IBAN');
    expect(find(desk, '.shown').textContent).to.equal(IBAN);
    expect(relay.asked.reveals.map(({ fields, by }) => [fields, by])).to.deep.equal([[['iban'], 'ana']]);
    expect(focused()).to.equal(button(desk, 'Hide IBAN'));
    expect(textOf(cardIn(desk))).to.include('Shown for 30 seconds');
    await expect(desk).to.be.accessible();
    await ticker.advance(REVEALED_FOR - 1_000);
    expect(findAll(desk, '.shown').length).to.equal(1);
    expect(find(desk, 'deskbell-countdown').shadowRoot!.querySelector('time')!.textContent).to.equal('1');
    await ticker.advance(1_000);
    expect(findAll(desk, '.shown, deskbell-countdown')).to.deep.equal([]);
    expect(placesOf(desk, IBAN)).to.deep.equal([]);
    expect(JSON.stringify([session.state, { ...localStorage }, { ...sessionStorage }])).not.to.include(IBAN);
    expect(focused()).to.equal(button(desk, 'Show IBAN'));
    await reveal(desk, 'Show IBAN');
    expect(new Set(relay.asked.reveals.map(({ id }) => id)).size).to.equal(2);
  });

  it('FRM 3 while it shows it is text alone: in no attribute, no event and no storage', async () => {
    const { desk } = await at(RETURN, TYPED);
    const heard: string[] = [];
    for (const type of ['deskbell-say', 'deskbell-select', 'input', 'change'])
      desk.addEventListener(type, (event) => heard.push(JSON.stringify(event)));
    await reveal(desk, 'Show IBAN');
    const found = placesOf(desk, IBAN);
    expect(found).to.deep.equal(['text in span.text.shown']);
    expect(heard.join('')).not.to.include(IBAN);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.include(IBAN);
  });

  it('FRM 3 a secured form has one "View" for everything, which asks once', async () => {
    const { desk, relay } = await at(IDENTITY, IDENTIFIED);
    expect(findAll(desk, '[part=reveal]').length).to.equal(1);
    await reveal(desk, 'View Proof of identity');
    expect(findAll(desk, '.shown').map(({ textContent }) => textContent)).to.deep.equal(['078-05-1120', '4242 4242 4242 4242', 'Yes']);
    expect(relay.asked.reveals.map(({ fields }) => fields)).to.deep.equal([['ssn', 'card', 'agrees']]);
    await expect(desk).to.be.accessible();
    button(desk, 'Hide Proof of identity').click();
    await calm();
    expect(findAll(desk, '.shown')).to.deep.equal([]);
  });

  it('FRM 3 hides at another conversation, in a tab behind, without a connection, and out of the page', async () => {
    const { desk, relay, session, id } = await at(RETURN, TYPED);
    const other = session.state.ongoing.find((row) => row.id !== id)?.id;
    const gone: [string, () => void, () => void][] = [
      ['another conversation', () => desk.select(other), () => desk.select(id)],
      ['a tab behind', () => setVisibility('hidden'), () => setVisibility('visible')],
      ['no connection', () => relay.closeAll('restart'), () => undefined],
    ];
    for (const [why, leave, back] of gone) {
      await reveal(desk, 'Show IBAN');
      expect(findAll(desk, '.shown').length, why).to.equal(1);
      leave();
      await calm();
      expect(placesOf(desk, IBAN), why).to.deep.equal([]);
      back();
      await calm();
      expect(placesOf(desk, IBAN), why).to.deep.equal([]);
    }
  });

  it('FRM 3 what is on its way is forgotten by who went on, and a second press asks nothing more', async () => {
    const { desk, relay, session, id } = await at(RETURN, TYPED);
    const { open } = relay.asked;
    let goOn: () => void = () => undefined;
    relay.asked.open = async (...sealed) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return open(...sealed);
    };
    button(desk, 'Show IBAN').click();
    await calm();
    expect(button(desk, 'Show IBAN').ariaBusy).to.equal('true');
    button(desk, 'Show IBAN').click();
    await expect(desk).to.be.accessible();
    desk.select(session.state.ongoing.find((row) => row.id !== id)?.id);
    await calm();
    goOn();
    for (let round = 0; round < 10; round++) await calm();
    desk.select(id);
    await calm();
    expect(relay.asked.reveals.length).to.equal(1);
    expect(findAll(desk, '.shown')).to.deep.equal([]);
    expect(button(desk, 'Show IBAN').ariaBusy).to.equal('false');
  });

  it('FRM 3 asks why where the workspace wants to know, and says that it goes into the audit trail', async () => {
    const { desk, relay } = await at(RETURN, TYPED);
    relay.changeDesk({ reveal: { by: 'everyone', reason: true } });
    await calm();
    button(desk, 'Show IBAN').focus();
    button(desk, 'Show IBAN').click();
    await calm();
    expect(textOf(find(desk, 'deskbell-dialog')))
      .to.include('Why do you need to see it?')
      .and.include('audit trail');
    expect(focused()).to.equal(find(desk, 'textarea'));
    await expect(desk).to.be.accessible();
    button(cardIn(desk), 'Show').click();
    await calm();
    expect(textOf(find(desk, '#why-fault'))).to.equal('Write why. It can be short.');
    expect(relay.asked.reveals).to.deep.equal([]);
    const box = find<HTMLTextAreaElement>(desk, 'textarea');
    box.value = ' To pay back ';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    button(cardIn(desk), 'Show').click();
    await shown(desk);
    expect(relay.asked.reveals.map(({ reason }) => reason)).to.deep.equal(['To pay back']);
    expect(findAll(cardIn(desk), 'deskbell-dialog')).to.deep.equal([]);
    expect(focused()).to.equal(button(desk, 'Hide IBAN'));
  });

  it('FRM 3 who may not reveal has no button, and is told who may', async () => {
    const { desk, relay } = await at(RETURN, TYPED);
    const sentences: [typeof relay.desk.reveal.by, RegExp][] = [
      ['supervisors', /Only supervisors/],
      [['ben'], /whom your admins have named/],
    ];
    for (const [by, sentence] of sentences) {
      relay.changeDesk({ reveal: { by, reason: false } });
      await calm();
      expect(findAll(desk, '[part=reveal]')).to.deep.equal([]);
      expect(textOf(find(desk, '.note'))).to.match(sentence);
    }
    await expect(desk).to.be.accessible();
    relay.changeDesk({ reveal: { by: ['ana'], reason: false } });
    await calm();
    expect(findAll(desk, '.note')).to.deep.equal([]);
    expect(findAll(desk, '[part=reveal]').length).to.equal(1);
  });

  it('FRM 3 whatever goes wrong, a sentence says it in place, the focus stays and it can be tried again', async () => {
    const { desk, relay, id, sent } = await at(RETURN, TYPED);
    const path = `/v1/conversations/${id}/forms/${sent}/reveal` as const;
    const sentences: [RefusalCode, RegExp][] = [
      ['tampered', /was changed after it was sealed/],
      ['erased', /was erased/],
      ['slow-down', /Too much at once/],
      ['wrong-role', /Your role does not allow this/],
    ];
    for (const [code, sentence] of sentences) {
      relay.refuseNext(path, code);
      button(desk, 'Show IBAN').focus();
      button(desk, 'Show IBAN').click();
      await calm();
      expect(faults(desk).join()).to.match(sentence);
      expect(focused()).to.equal(button(desk, 'Show IBAN'));
    }
    await expect(desk).to.be.accessible();
    relay.network.drop();
    button(desk, 'Show IBAN').click();
    await calm();
    expect(faults(desk).join()).to.match(/could not do this now/);
    relay.network.restore();
    await reveal(desk, 'Show IBAN');
    expect(faults(desk)).to.deep.equal([]);
    expect(find(desk, '.shown').textContent).to.equal(IBAN);
  });

  it('FRM 3 a relay that wants a reason, which this desk has not heard of yet, is given one', async () => {
    const { desk, relay, id, sent } = await at(RETURN, TYPED);
    relay.refuseNext(`/v1/conversations/${id}/forms/${sent}/reveal`, 'reason-needed');
    button(desk, 'Show IBAN').click();
    await calm();
    expect(textOf(find(desk, '#why-fault'))).to.match(/^Say why/);
  });

  it('FRM 3 what shows can be copied, and who copies is told that it stays in the clipboard', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    const { desk, ticker } = await at(RETURN, TYPED);
    await reveal(desk, 'Show IBAN');
    button(desk, 'Copy IBAN').focus();
    button(desk, 'Copy IBAN').click();
    await calm();
    expect(copied).to.deep.equal([IBAN]);
    expect(textOf(cardIn(desk))).to.include('IBAN copied. It stays in the clipboard');
    await ticker.advance(REVEALED_FOR);
    expect(focused(), 'the focus goes on to what is there').to.equal(button(desk, 'Show IBAN'));
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('FRM 3 in a closed conversation the card shows, and reveals to who had it', async () => {
    const { desk } = await at(RETURN, TYPED, 'closed');
    await reveal(desk, 'Show IBAN');
    expect(find(desk, '.shown').textContent).to.equal(IBAN);
  });
});
