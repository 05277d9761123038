import { expect, html } from '@open-wc/testing';
import { ANA, BEN, MAYA, accepts, ends, says, seed, type Seed } from '@deskbell/client/testing/scenes.js';
import type { Phase } from '@deskbell/protocol/conversation.js';
import { atDesk, button, calm, customer, find, findAll, focused, inPhase, press, textOf } from '../testing/at-desk.js';
import '../info/info.js';
import './conversation.js';

const conversation = html`<deskbell-conversation></deskbell-conversation>`;
const at = (phase: Phase, options: Seed = {}) =>
  atDesk(conversation, { before: (relay) => seed(relay, { phase, customer: MAYA, ago: 60_000, ...options }), selected: inPhase(phase) });

describe('<deskbell-conversation>', () => {
  it('says what will come here and what to do till then', async () => {
    const { desk } = await atDesk(conversation, { listening: false });
    expect(textOf(desk)).to.include('Start listening to be told of new customers.');
    await expect(desk).to.be.accessible();
  });

  it('offers who waits where nothing is open', async () => {
    const { desk, session } = await atDesk(conversation, { before: (relay) => seed(relay, { phase: 'waiting' }) });
    button(desk, 'Accept').click();
    await calm();
    expect(session.state.ongoing).to.have.length(1);
    expect(textOf(find(desk, 'h2'))).to.equal('Maya Lindqvist');
  });

  it('TRY 2 what waits can be read, and not be written in', async () => {
    const { desk } = await at('waiting');
    expect(textOf(find(desk, 'deskbell-transcript'))).to.include('Hello, I ordered a lamp');
    expect(findAll(desk, 'textarea')).to.deep.equal([]);
    expect(textOf(find(desk, '.foot'))).to.equal('Accept the conversation to write in it. Transfer to Another Group Accept');
    await expect(desk).to.be.accessible();
    button(desk, 'Accept').click();
    await calm();
    expect(findAll(desk, 'textarea')).to.have.length(1);
    expect(focused()?.matches('textarea, .ProseMirror')).to.equal(true);
  });

  it('TRY 1 says in words that the agent is engaged, and that a reply is late', async () => {
    const { desk, ticker } = await at('active', { messages: 3 });
    expect(textOf(find(desk, '.about'))).to.equal('Engaged Shop');
    await ticker.advance(180_000);
    expect(textOf(find(desk, '.about'))).to.equal('Overdue Shop');
    await expect(desk).to.be.accessible();
  });

  it('END 1 "End" asks "Yes" or "No"; "No" changes nothing and gives the focus back', async () => {
    const { desk, session } = await at('active');
    button(desk, 'End').focus();
    button(desk, 'End').click();
    await calm();
    await expect(desk).to.be.accessible();
    button(find(desk, 'deskbell-conversation'), 'No').click();
    await calm();
    expect(findAll(desk, 'dialog[open]')).to.have.length(0);
    expect(session.state.ongoing[0]?.phase).to.equal('active');
    expect(focused()).to.equal(button(desk, 'End'));
  });

  it('END 1 "Yes" ends the session, and wrap-up stands in its place', async () => {
    const { desk, session } = await at('active');
    button(desk, 'End').click();
    await calm();
    button(find(desk, 'deskbell-conversation'), 'Yes').click();
    await calm();
    expect(session.state.ongoing[0]?.phase).to.equal('wrapUp');
    expect(findAll(desk, 'textarea[aria-label]')).to.deep.equal([]);
    expect(button(desk, 'Close').disabled).to.equal(true);
    expect(focused()?.matches('input[type=radio]')).to.equal(true);
    expect(() => button(desk, 'End')).to.throw('there is no button');
    await expect(desk).to.be.accessible();
  });

  it('END 1 says what happened where the relay cannot end it', async () => {
    const { desk, relay } = await at('active');
    relay.refuseNext('conversation.end', 'internal');
    button(desk, 'End').click();
    await calm();
    button(find(desk, 'deskbell-conversation'), 'Yes').click();
    await calm();
    expect(textOf(desk)).to.include('The relay could not do this now. Nothing is lost. Repeat it in a moment.');
    expect(findAll(desk, 'textarea')).to.have.length(1);
  });

  it('END 1 wrap-up begins by itself when the customer leaves', async () => {
    const { desk, relay } = await at('active');
    ends(relay, desk.selected ?? '', MAYA);
    await calm();
    expect(textOf(desk)).to.include('The conversation is over. Say how it came out.');
    expect(focused()).to.equal(find(desk, 'h2'));
    await expect(desk).to.be.accessible();
  });

  it('TRY 2 what is closed can be read, and says that nothing can be written', async () => {
    const { desk } = await at('closed');
    expect(textOf(find(desk, '.foot'))).to.equal('This conversation is closed. It can be read, and not written in.');
    expect(findAll(desk, 'textarea')).to.deep.equal([]);
    await expect(desk).to.be.accessible();
  });

  it('says that a colleague was quicker, and shows no more of it', async () => {
    const pieces = html`<deskbell-conversation></deskbell-conversation><deskbell-info></deskbell-info>`;
    const { desk, relay, ticker } = await atDesk(pieces, {
      before: (relay) => seed(relay, { phase: 'waiting' }),
      selected: inPhase('waiting'),
    });
    accepts(relay, desk.selected ?? '', BEN);
    relay.network.drop();
    await calm();
    relay.network.restore();
    await ticker.advance(60_000);
    expect(textOf(find(desk, 'deskbell-conversation'))).to.include('Accepted by another agent Choose another in the list.');
    expect(textOf(find(desk, 'h2'))).to.equal('Maya Lindqvist');
    expect(findAll(desk, 'deskbell-transcript, deskbell-skeleton')).to.deep.equal([]);
    expect(() => button(desk, 'Accept')).to.throw('there is no button');
    await expect(desk).to.be.accessible();
  });

  it('names the colleague who has it, to those who may see that', async () => {
    const { desk, relay } = await at('waiting');
    accepts(relay, desk.selected ?? '', BEN);
    await calm();
    expect(textOf(desk)).to.include('Ben Okafor has this conversation.');
    expect(() => button(desk, 'Accept')).to.throw('there is no button');
    await expect(desk).to.be.accessible();
  });

  it('DLV 2 says that the network is away, what was kept, and turns off what needs it', async () => {
    const { desk, relay } = await at('active');
    relay.network.drop();
    await calm();
    expect(textOf(find(desk, 'deskbell-banner'))).to.include('What you wrote is kept.');
    expect(button(desk, 'End').disabled).to.equal(true);
    expect(find<HTMLElementTagNameMap['deskbell-composer']>(desk, 'deskbell-composer').disabled).to.equal(true);
    await expect(desk).to.be.accessible();
  });

  it('puts the focus where something can be written when it is chosen', async () => {
    await at('active');
    expect(focused()?.matches('textarea, .ProseMirror')).to.equal(true);
  });

  it('several stand side by side, each with its own', async () => {
    const two = html`<deskbell-conversation></deskbell-conversation><deskbell-conversation></deskbell-conversation>`;
    const { desk, session } = await atDesk(two, {
      before: (relay) => {
        seed(relay, { customer: MAYA, ago: 60_000 });
        seed(relay, { customer: customer('tom', 'Tom'), ago: 50_000 });
      },
    });
    const [left, right] = findAll<HTMLElementTagNameMap['deskbell-conversation']>(desk, 'deskbell-conversation');
    if (!left || !right) throw new Error('there are two');
    left.conversation = session.state.ongoing[0]?.id;
    right.conversation = session.state.ongoing[1]?.id;
    await calm();
    expect([left, right].map((one) => textOf(find(one, 'h2')))).to.deep.equal(['Maya Lindqvist', 'Tom']);
    expect(findAll(desk, 'textarea')).to.have.length(2);
    press('KeyX', button(right, 'End'));
    await calm();
    expect([left, right].map((one) => findAll(one, 'dialog[open]').length)).to.deep.equal([0, 1]);
    await expect(desk).to.be.accessible();
  });

  it('TRY 5 with auto answer "Transfer" and "End" come with the agent’s first message', async () => {
    const { desk, relay } = await atDesk(conversation, {
      before: (relay) => {
        const [queue] = relay.desk.queues;
        if (queue) relay.changeDesk({ queues: [{ ...queue, autoAnswer: true }] });
        seed(relay, { messages: 1 });
      },
      selected: inPhase('active'),
    });
    for (const name of ['End', 'Transfer']) expect(() => button(desk, name)).to.throw('there is no button');
    says(relay, desk.selected ?? '', ANA, 'Hello');
    await calm();
    for (const name of ['End', 'Transfer']) expect(button(desk, name).disabled).to.equal(false);
  });

  it('SNZ 2 says until when it is snoozed, and "Unsnooze" ends it', async () => {
    const { desk, relay, session } = await atDesk(conversation, { before: (relay) => seed(relay), selected: inPhase('active') });
    await session.snooze(desk.selected ?? '', relay.clock.now() + 3_600_000);
    await calm();
    expect(textOf(find(desk, 'deskbell-banner'))).to.match(/^Snoozed until/);
    await expect(desk).to.be.accessible();
    button(desk, 'Unsnooze').click();
    await calm();
    expect(session.state.ongoing[0]?.snoozedUntil).to.equal(null);
  });
});
