import { expect, html, waitUntil } from '@open-wc/testing';
import { MAYA } from '@deskbell/client/testing/scenes.js';
import { endsCobrowse } from '@deskbell/client/testing/simulated-cobrowse.js';
import { button, calm, find, findAll, focused, textOf } from '../testing/at-desk.js';
import { cobrowseDesk, viewSaid, viewTells } from '../testing/cobrowse-desk.js';
import '../cobrowse-button/cobrowse-button.js';
import '../compose/compose.js';
import '../cobrowse/everything.js';

const pieces = html`<deskbell-compose></deskbell-compose><deskbell-cobrowse-stage></deskbell-cobrowse-stage>`;

async function asked() {
  const place = await cobrowseDesk(pieces);
  await waitUntil(() => findAll(place.desk, '[part=cobrowse]').length > 0);
  button(place.desk, 'Co-Browse').click();
  await calm();
  await calm();
  const view = () => find(place.desk, 'deskbell-cobrowse-view');
  return { ...place, view, said: () => textOf(find(view(), '[role=status].unseen')), words: () => place.channel().words };
}

async function live() {
  const place = await asked();
  await place.shows();
  return place;
}

describe('<deskbell-cobrowse-view>', () => {
  it('COB 1 shows the page after consent, with its title and its address', async () => {
    const { desk, view, said, words } = await live();
    expect(textOf(find(view(), '.where'))).to.equal('Dune table lamp https://harbour-and-pine.example/lamps/dune');
    expect(said()).to.equal('The customer’s page is shown.');
    expect(words().at(-1)).to.deep.equal({ type: 'ack', frame: 1 });
    expect(find<HTMLIFrameElement>(view(), 'iframe').title).to.equal('The page of Maya Lindqvist');
    await expect(desk).to.be.accessible();
  });

  it('COB 5 points to begin with, and draws and highlights where that is chosen; what is drawn goes to the customer', async () => {
    const { view, words } = await live();
    expect(button(view(), 'Point').ariaPressed).to.equal('true');
    expect(viewSaid(view())).to.match(/use point$/);
    button(view(), 'Draw').click();
    await calm();
    expect(viewSaid(view())).to.match(/use draw$/);
    viewTells(view(), { type: 'did', word: { type: 'draw', stroke: 1, points: [1, 2, 3, 4] } });
    await waitUntil(() => words().at(-1)?.type === 'draw');
    button(view(), 'Erase what you drew').click();
    await calm();
    expect(words().at(-1)).to.deep.equal({ type: 'erase' });
    expect(viewSaid(view())).to.match(/erase$/);
    button(view(), 'Draw').click();
    await calm();
    expect(viewSaid(view())).to.match(/use look$/);
  });

  it('COB 5 control is asked for, used when it is granted, and given back', async () => {
    const { desk, view, channel, said, words } = await live();
    button(view(), 'Request control').click();
    await calm();
    expect(words().at(-1)).to.deep.equal({ type: 'control-ask' });
    expect(textOf(find(view(), '.asked'))).to.equal('Asked for control · Cancel');
    channel().says({ type: 'control', state: 'granted' });
    await calm();
    expect(said()).to.equal('You have control. The customer’s own hand comes first.');
    expect(viewSaid(view())).to.match(/use control$/);
    await expect(desk).to.be.accessible();
    button(view(), 'Give back control').click();
    await calm();
    expect(words().at(-1)).to.deep.equal({ type: 'control-leave' });
    expect(said()).to.equal('You no longer have control.');
    button(view(), 'Request control').click();
    await calm();
    expect(said()).to.equal('The customer is asked whether you may take control.');
    channel().says({ type: 'control', state: 'refused' });
    await calm();
    expect(said()).to.equal('The customer keeps control.');
  });

  it('COB 5 a site that does not let agents take control does not offer it', async () => {
    const { view, relay, channel } = await live();
    channel().says({ type: 'control', state: 'not-allowed' });
    await calm();
    expect(button(view(), 'Request control').ariaDisabled).to.equal('true');
    relay.changeDesk({ cobrowse: { control: false } });
    await calm();
    expect(() => button(view(), 'Request control')).to.throw('there is no button');
  });

  it('COB 6 a private page shows nothing of what was there, and says so', async () => {
    const { desk, view, channel, said } = await live();
    channel().says({ type: 'paused', why: 'off-limits' });
    await calm();
    expect(textOf(find(view(), '.face'))).to.include('A private page');
    expect([textOf(find(view(), '.where')), textOf(find(view(), 'deskbell-cobrowse-quality'))]).to.deep.equal([
      'Paused A private page',
      'Paused',
    ]);
    expect(getComputedStyle(find(view(), 'iframe')).visibility).to.equal('hidden');
    expect(said()).to.equal('A private page');
    expect(button(view(), 'Point').ariaDisabled).to.equal('true');
    await expect(desk).to.be.accessible();
    channel().says({ type: 'paused', why: 'hidden' });
    await calm();
    expect(textOf(find(view(), '.face'))).to.include('The customer is somewhere else');
    expect(textOf(find(view(), '.where'))).to.equal('Paused The customer is somewhere else');
    channel().says({ type: 'paused', why: 'failed' });
    await calm();
    expect(textOf(find(view(), '.face'))).to.include('This page cannot be shown');
    expect(getComputedStyle(find(view(), 'iframe')).visibility).to.equal('hidden');
    channel().says({ type: 'resumed' });
    await calm();
    expect(findAll(view(), '.face')).to.deep.equal([]);
  });

  it('COB 5 keeps what was shown last while the next page comes', async () => {
    const { desk, view, channel, said } = await live();
    const frame = find(view(), 'iframe');
    for (const why of ['unreachable', 'away'] as const) {
      channel().part(why);
      await calm();
      expect(textOf(find(view(), 'deskbell-banner'))).to.equal('Connecting again. What was shown last still stands.');
      expect([textOf(find(view(), '.where')), textOf(find(view(), 'deskbell-cobrowse-quality'))]).to.deep.equal([
        'Connecting again Shown last: Dune table lamp',
        'Connecting',
      ]);
      expect(findAll(view(), '.face')).to.deep.equal([]);
    }
    expect(find(view(), 'iframe')).to.equal(frame);
    await expect(desk).to.be.accessible();
    channel().meet('peer');
    channel().mirrors(1);
    await waitUntil(() => said() === 'The customer’s page is shown.');
    expect(find(view(), 'iframe')).to.equal(frame);
  });

  it('COB 5 asks for all of it anew where the view cannot follow', async () => {
    const { view, words } = await live();
    viewTells(view(), { type: 'lost' });
    await waitUntil(() => words().at(-1)?.type === 'resync');
    expect(viewSaid(view())).to.include('begin');
  });

  it('COB 5 another tab may have it, and it comes back by a press', async () => {
    const { desk, view, channel, channels } = await live();
    channel().part('elsewhere');
    await calm();
    expect(findAll(view(), 'iframe')).to.deep.equal([]);
    await expect(desk).to.be.accessible();
    button(view(), 'Show it here').click();
    await calm();
    expect(channels).to.have.length(2);
  });

  it('COB 1 says that the customer stopped it, shows nothing more, and can ask again', async () => {
    const { desk, relay, view, channel, last, said } = await live();
    endsCobrowse(relay, last(), MAYA);
    channel().end('customer');
    await calm();
    expect(said()).to.equal('Maya Lindqvist stopped co-browse');
    expect(findAll(view(), 'iframe')).to.deep.equal([]);
    await expect(desk).to.be.accessible();
    button(view(), 'Ask again').click();
    await calm();
    await calm();
    expect(relay.asked.cobrowses).to.have.length(2);
    expect(findAll(desk, 'deskbell-cobrowse-view')).to.deep.equal([]);
  });

  it('COB 1 "End" ends it, and the room is the chat’s again; what the relay refuses is said', async () => {
    const { desk, relay, view, channel, last } = await live();
    relay.refuseNext(`/v1/cobrowse/${last()}/end`, 'internal');
    button(view(), 'End').click();
    await calm();
    expect(textOf(find(view(), 'deskbell-banner'))).to.include('The relay could not do this now.');
    button(view(), 'End').click();
    await calm();
    expect(findAll(desk, 'deskbell-cobrowse-view')).to.deep.equal([]);
    expect(channel().isClosed).to.equal(true);
    expect(relay.asked.cobrowses[0]?.session.end).to.equal('agent');
  });

  it('COB 5 tells how quick it is in words and numbers, the way that it takes, and the safety number', async () => {
    const { desk, view, channel } = await live();
    channel().says({ type: 'travelled', round: 240 });
    await calm();
    const quality = find(view(), 'deskbell-cobrowse-quality');
    expect(textOf(find(quality, 'button'))).to.equal('Live');
    find(quality, 'button').click();
    await calm();
    const numbers = textOf(find(quality, '[popover]'));
    expect(numbers).to.match(/Delay 1\d\d ms Frames behind 0 Customer’s window 1280 × 720 Way Through the relay Safety number 482 913/);
    expect(numbers).to.include('Encrypted end to end');
    await expect(desk).to.be.accessible();
  });

  it('COB 5 the arrows go through the tools, and Tab stops at one of them', async () => {
    const { view } = await live();
    const tools = find(view(), 'deskbell-cobrowse-tools');
    tools.focus();
    const walk = async (key: string) => {
      focused()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      await calm();
      return focused()?.getAttribute('aria-label');
    };
    expect(focused()).to.equal(button(tools, 'Point'));
    expect([
      await walk('ArrowRight'),
      await walk('ArrowRight'),
      await walk('End'),
      await walk('ArrowRight'),
      await walk('ArrowLeft'),
    ]).to.deep.equal(['Draw', 'Highlight', 'Quality: Live', 'Point', 'Quality: Live']);
    expect(
      findAll<HTMLButtonElement>(tools, '[part=tools] button, #quality ~ button, button').filter(({ tabIndex }) => tabIndex === 0),
    ).to.have.length(1);
  });

  it('COB 5 Escape puts a tool away, among the tools and in the page', async () => {
    const { view } = await live();
    const tools = find(view(), 'deskbell-cobrowse-tools');
    button(view(), 'Draw').click();
    await calm();
    button(tools, 'Draw').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await calm();
    expect(viewSaid(view())).to.match(/use point$/);
    viewTells(view(), { type: 'left' });
    await waitUntil(() => viewSaid(view()).endsWith('use look'));
    expect(button(view(), 'Point').ariaPressed).to.equal('false');
  });

  it('COB 5 has all of the screen where that is wanted, and its place again', async () => {
    const { view } = await live();
    const section = find(view(), 'section');
    const asked: Element[] = [];
    section.requestFullscreen = () => Promise.resolve(void asked.push(section));
    button(view(), 'Full screen').click();
    await calm();
    expect(asked).to.deep.equal([section]);
  });

  it('COB 5 is seen in its own size where that is wanted', async () => {
    const { view } = await live();
    button(view(), 'Show in its own size').click();
    await calm();
    expect(viewSaid(view())).to.match(/scale actual$/);
    button(view(), 'Fit to the window').click();
    await calm();
    expect(viewSaid(view())).to.match(/scale fit$/);
  });
});
