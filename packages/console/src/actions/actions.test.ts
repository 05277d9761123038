import { expect, html } from '@open-wc/testing';
import { ANA, BEN, ends, gives, says, seed } from '@deskbell/client/testing/scenes.js';
import type { Outcome, SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { DeskAction } from '@deskbell/protocol/actions.js';
import { atDesk, button, calm, customer, find, findAll, focused, inPhase, textOf } from '../testing/at-desk.js';
import './actions.js';
import '../answer/answer.js';
import '../thread/thread.js';

const REFUND: DeskAction = {
  id: 'refund',
  name: 'Refund an order',
  description: 'Pays back at once.',
  fields: [
    { name: 'order', label: 'Order', kind: 'text', required: true, pattern: 'H-\\d+' },
    { name: 'amount', label: 'Amount', kind: 'number', required: false },
    { name: 'why', label: 'Reason', kind: 'choice', options: ['Broken', 'Late'], required: true },
    { name: 'note', label: 'Note', kind: 'longText', required: false },
  ],
};
const pieces = html`<deskbell-thread></deskbell-thread><deskbell-actions></deskbell-actions>`;

const at = (phase = 'active', more: (relay: SimulatedRelay) => void = () => undefined) =>
  atDesk(pieces, {
    before: (relay) => {
      relay.desk = { ...relay.desk, actions: [REFUND] };
      more(relay);
      seed(relay, { phase: phase as 'active', ago: 600_000 });
    },
    selected: inPhase(phase),
  });
const piece = (root: Element) => find(root, 'deskbell-actions');
const box = (root: Element, label: string) => {
  const found = findAll<HTMLLabelElement>(root, '.field label').find((each) => textOf(each).startsWith(label))?.control;
  if (!found) throw new Error(`there is no field "${label}"`);
  return found as HTMLInputElement;
};
const type = async (root: Element, label: string, value: string) => {
  const field = box(root, label);
  field.value = value;
  field.dispatchEvent(new Event(field.matches('select') ? 'change' : 'input', { bubbles: true }));
  await calm();
};
const begin = async (root: Element) => {
  find(root, '[part=action]').click();
  await calm();
};
const fill = async (root: Element) => {
  await begin(root);
  await type(root, 'Order', 'H-2087');
  await type(root, 'Reason', 'Late');
};
const press = async (root: Element, name: string) => {
  button(root, name).click();
  await calm();
};
const faultOf = (root: Element, label: string) => textOf(find(root, `#${box(root, label).id}-fault`));
const fault = (root: Element) => textOf(find(root, '[role=alert]'));
/** The service answers only when it is told to. */
const held = (relay: SimulatedRelay) => {
  let answer: (outcome: Outcome) => void = () => undefined;
  relay.service = () => new Promise((resolve) => (answer = resolve));
  return (outcome: Outcome) => answer(outcome);
};
const log = (relay: SimulatedRelay) => relay.logs.get(inPhase('active')(relay) ?? '')?.events ?? [];

describe('<deskbell-actions>', () => {
  it('INF 8 an action is chosen, filled in and submitted, and its answer stands in the transcript for agents', async () => {
    const { desk, relay } = await at();
    relay.service = () => Promise.resolve({ ok: true, text: 'Refunded 12 €.' });
    expect(textOf(find(piece(desk), 'h3'))).to.equal('Actions');
    expect(textOf(find(desk, '[part=action]'))).to.equal('Refund an order Pays back at once.');
    await begin(desk);
    expect(focused()).to.equal(box(desk, 'Order'));
    await expect(desk).to.be.accessible();
    await type(desk, 'Order', ' H-2087 ');
    await type(desk, 'Reason', 'Late');
    await press(desk, 'Submit');
    const answer = find(desk, 'deskbell-answer');
    expect(textOf(answer)).to.include('Refund an order').and.include('Refunded 12 €.').and.include('Only agents see this');
    expect(log(relay).at(-1)).to.deep.include({ type: 'action.performed', values: { order: 'H-2087', amount: '', why: 'Late', note: '' } });
    expect(findAll(desk, 'deskbell-action-form')).to.deep.equal([]);
    expect(textOf(find(desk, 'deskbell-toast'))).to.include('The answer is in the conversation');
    await expect(desk).to.be.accessible();
  });

  it('INF 8 X2 faults show field by field, before anything is sent and where the relay finds them', async () => {
    const { desk, relay } = await at();
    await begin(desk);
    await type(desk, 'Order', '2087');
    await type(desk, 'Amount', 'much');
    await press(desk, 'Submit');
    expect(faultOf(desk, 'Order')).to.equal('This does not look like “Order”.');
    expect(faultOf(desk, 'Amount')).to.match(/a number/);
    expect(faultOf(desk, 'Reason')).to.equal('This has to be filled in.');
    expect(faultOf(desk, 'Note')).to.equal('');
    expect(focused()).to.equal(box(desk, 'Order'));
    expect(box(desk, 'Order').getAttribute('aria-invalid')).to.equal('true');
    await expect(desk).to.be.accessible();
    await type(desk, 'Order', 'H-2087');
    expect(faultOf(desk, 'Order')).to.equal('');
    expect(faultOf(desk, 'Amount')).to.match(/a number/);
    expect(log(relay).some((event) => event.type === 'action.started')).to.equal(false);
  });

  it('INF 8 X5 while the service is at work the form says so, takes no second "Submit" and can be cancelled', async () => {
    const { desk, relay } = await at();
    held(relay);
    await fill(desk);
    await press(desk, 'Submit');
    expect(textOf(find(desk, '[role=status].status'))).to.equal('The service is at work …');
    expect(button(desk, 'Submit').disabled).to.equal(true);
    await expect(desk).to.be.accessible();
    await press(desk, 'Cancel');
    expect(fault(desk)).to.match(/^Cancelled/);
    expect(box(desk, 'Order').value).to.equal('H-2087');
    expect(textOf(find(desk, 'deskbell-answer'))).to.include('Cancelled');
    expect(log(relay).filter((event) => event.type === 'action.started').length).to.equal(1);
  });

  it('INF 8 X5 whatever a service does, a sentence says it and the form keeps what was typed', async () => {
    const sentences: [Outcome, RegExp][] = [
      [{ ok: false, fault: 'status', text: '500' }, /did not accept this \(500\)/],
      [{ ok: false, fault: 'timeout', text: '' }, /did not answer in time/],
      [{ ok: false, fault: 'html', text: '' }, /web page/],
      [{ ok: false, fault: 'not-text', text: '' }, /cannot be read/],
      [{ ok: false, fault: 'no-answer', text: '' }, /not in the answer/],
      [{ ok: false, fault: 'redirected', text: '' }, /not allowed/],
      [{ ok: false, fault: 'unreachable', text: '' }, /could not be reached/],
    ];
    const { desk, relay } = await at();
    await fill(desk);
    for (const [outcome, sentence] of sentences) {
      relay.service = () => Promise.resolve(outcome);
      await press(desk, 'Submit');
      expect(fault(desk)).to.match(sentence);
      expect(box(desk, 'Order').value).to.equal('H-2087');
    }
    await expect(desk).to.be.accessible();
  });

  it('INF 8 X3 where nobody knows whether it arrived, the same is sent under the same id, and another under another', async () => {
    const { desk, relay, session } = await at();
    const ids: string[] = [];
    const { act } = session;
    session.act = (conversation, asked) => {
      ids.push(asked.id);
      return act.call(session, conversation, asked);
    };
    const path = `/v1/conversations/${inPhase('active')(relay) ?? ''}/actions` as const;
    await fill(desk);
    for (let time = 0; time < 2; time++) {
      relay.refuseNext(path, 'unavailable');
      await press(desk, 'Submit');
    }
    expect(fault(desk)).to.match(/Nothing is lost/);
    await type(desk, 'Amount', '12');
    relay.refuseNext(path, 'unavailable');
    await press(desk, 'Submit');
    expect(ids[0]).to.equal(ids[1]);
    expect(ids[2]).not.to.equal(ids[1]);
  });

  it('INF 8 what was typed stays with its conversation over a switch', async () => {
    const { desk, relay } = await at('active', (relay) => void seed(relay, { customer: customer('tom', 'Tom'), ago: 900_000 }));
    const [tom, maya] = [...relay.logs.keys()];
    desk.select(maya);
    await calm();
    await fill(desk);
    desk.select(tom);
    await calm();
    expect(findAll(desk, 'deskbell-action-form')).to.deep.equal([]);
    desk.select(maya);
    await calm();
    expect(box(desk, 'Order').value).to.equal('H-2087');
  });

  it('INF 8 X1 there are none for what waits, what is closed and what went to a colleague, and without any no heading', async () => {
    for (const phase of ['waiting', 'closed']) {
      const { desk } = await at(phase);
      expect(findAll(piece(desk), 'h3'), phase).to.deep.equal([]);
    }
    const { desk, relay } = await at();
    await fill(desk);
    gives(relay, inPhase('active')(relay) ?? '', ANA, BEN);
    await calm();
    expect(findAll(piece(desk), '[part=submit]:not([disabled])')).to.deep.equal([]);
    const { desk: other, relay: bare } = await at();
    bare.changeDesk({ actions: [] });
    await calm();
    expect(findAll(piece(other), 'h3')).to.deep.equal([]);
  });
});

describe('<deskbell-answer>', () => {
  const answered = async (text = 'Refunded 12 €.') => {
    const place = await at();
    place.relay.service = () => Promise.resolve({ ok: true, text });
    await fill(place.desk);
    await press(place.desk, 'Submit');
    return place;
  };

  it('INF 8 "Share with customer" puts it out as an ordinary message, once, and says "Shared"', async () => {
    const { desk, relay } = await answered();
    const share = button(desk, 'Share with customer');
    share.click();
    share.click();
    await calm();
    const shared = () => log(relay).filter((event) => event.type === 'message.sent' && event.text === 'Refunded 12 €.');
    expect(shared().length).to.equal(1);
    expect(shared()[0]).to.deep.include({ by: { id: ANA.id, name: ANA.name, role: 'agent' } });
    expect(button(desk, 'Shared').disabled).to.equal(true);
    await expect(desk).to.be.accessible();
    relay.closeAll('restart');
    await calm();
    expect(button(desk, 'Shared').disabled).to.equal(true);
    expect(shared().length).to.equal(1);
  });

  it('INF 8 a refused share says why, and can be repeated', async () => {
    const { desk, relay } = await answered();
    relay.refuseNext('message.send', 'slow-down');
    await press(desk, 'Share with customer');
    expect(textOf(find(find(desk, 'deskbell-answer'), 'footer p'))).to.match(/Too much at once/);
    await press(desk, 'Share with customer');
    expect(button(desk, 'Shared').disabled).to.equal(true);
  });

  it('INF 8 what is empty, failed or over is not shared, and markup is text', async () => {
    const { desk } = await answered('');
    expect(textOf(find(desk, 'deskbell-answer'))).to.include('The service answered nothing');
    expect(findAll(desk, '[part=share]')).to.deep.equal([]);
    const hostile = '<img src=x onerror=alert(1)>';
    const { desk: other, relay } = await answered(hostile);
    expect(textOf(find(other, '[part=answer]'))).to.equal(hostile);
    expect(findAll(other, 'img')).to.deep.equal([]);
    ends(relay, inPhase('active')(relay) ?? '', ANA);
    await calm();
    expect(findAll(other, '[part=share]')).to.deep.equal([]);
  });

  it('INF 8 an answer stands among the messages, and does not part a stack', async () => {
    const { desk, relay } = await answered();
    says(relay, inPhase('active')(relay) ?? '', ANA, 'It is on its way.');
    await calm();
    const transcript = find(desk, 'deskbell-transcript');
    expect(textOf(transcript)).to.match(/Refunded 12 €\..*It is on its way\./);
  });
});
