import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import { seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { atDesk, button, calm, customer, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import '@deskbell/client/agent-writing.js';
import '../compose/compose.js';
import '../editor/editor.js';
import './assist.js';

const compose = html`<deskbell-compose></deskbell-compose>`;
const plain = html`<deskbell-compose .loadEditor=${() => Promise.reject(new TypeError('Failed to fetch'))}></deskbell-compose>`;

const two = (relay: SimulatedRelay) => {
  relay.changeDesk({ ai: { rewrite: true, assist: true, summary: false, arrival: false } });
  seed(relay, { customer: customer('maya', 'Maya'), ago: 60_000 });
  seed(relay, { customer: customer('tom', 'Tom'), ago: 50_000 });
};
const at = (bar = compose) => atDesk(bar, { before: two, selected: inPhase('active') });

const composer = (root: Element) => find<DeskbellComposer>(root, 'deskbell-composer');
const value = (root: Element) => composer(root).value;
const strip = (root: Element) => textOf(find(root, 'deskbell-writing'));
const item = (root: Element, name: string) => {
  const found = findAll(root, '[role=menuitem]').find((each) => textOf(each) === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};
const choose = async (root: Element, name: string) => {
  item(root, name).click();
  await calm();
};
const write = async (root: Element, text: string) => {
  composer(root).focus();
  await sendKeys({ type: text });
  await calm();
};
/** Lets what is on its way by streams and imports arrive. */
const rest = async () => {
  for (let round = 0; round < 6; round += 1) await calm();
};

describe('<deskbell-assist>', () => {
  for (const [box, bar] of [
    ['the editor', compose],
    ['a plain text box', plain],
  ] as const) {
    it(`CMP 4 what a model writes streams into ${box}, is marked, and one undo brings the draft back`, async () => {
      const { desk, relay } = await at(bar);
      await write(desk, 'no it is late');
      await choose(desk, 'Make more friendly');
      relay.writing.say('I am sorry, ');
      await rest();
      expect([value(desk), strip(desk), composer(desk).disabled]).to.deep.equal(['I am sorry, ', 'AI is writing Stop', true]);
      relay.writing.say('it is late.');
      relay.writing.finish();
      await rest();
      expect([value(desk), composer(desk).disabled]).to.deep.equal(['I am sorry, it is late.', false]);
      expect(strip(desk)).to.equal('Written by AI: read it before you send Undo');
      const { task, text, how } = relay.writing.asked[0] as unknown as Record<string, string>;
      expect([task, text, how]).to.deep.equal(['rewrite', 'no it is late', 'friendlier']);
      await expect(desk).to.be.accessible();
      button(desk, 'Undo').click();
      await rest();
      expect([value(desk), strip(desk)]).to.deep.equal(['no it is late', '']);
      await write(desk, '!');
      expect(value(desk)).to.include('!');
      expect(relay.heard.some(({ type }) => type === 'message.send')).to.equal(false);
    });
  }

  it('CMP 4 Ctrl+Z brings the draft back with what was bold in it', async () => {
    const { desk, relay } = await at();
    composer(desk).focus();
    await sendKeys({ press: 'Control+b' });
    await write(desk, 'Late');
    await choose(desk, 'Expand');
    relay.writing.say('It is late, ', 'alas.');
    relay.writing.finish();
    await rest();
    expect(value(desk)).to.equal('It is late, alas.');
    composer(desk).focus();
    await sendKeys({ press: 'Control+z' });
    await calm();
    expect([value(desk), find(desk, 'strong').textContent]).to.deep.equal(['Late', 'Late']);
  });

  it('CMP 4 the marking goes when somebody changes or sends it, and stays over a switch', async () => {
    const { desk, relay, session } = await at();
    const [maya, tom] = session.state.ongoing.map(({ id }) => id);
    desk.select(maya);
    await calm();
    const assisted = async () => {
      await choose(desk, 'AI Assist');
      relay.writing.say('Hello Maya.');
      relay.writing.finish();
      await rest();
    };
    await assisted();
    desk.select(tom);
    await calm();
    expect([value(desk), strip(desk)]).to.deep.equal(['', '']);
    desk.select(maya);
    await calm();
    expect([value(desk), strip(desk)]).to.deep.equal(['Hello Maya.', 'Written by AI: read it before you send']);
    await write(desk, '!');
    expect(strip(desk)).to.equal('');
    await assisted();
    await sendKeys({ press: 'Enter' });
    await calm();
    expect([value(desk), strip(desk)]).to.deep.equal(['', '']);
    expect(session.state.views.get(maya ?? '')?.log.summary.lastLine?.text).to.equal('Hello Maya.');
    await assisted();
    button(desk, 'Dismiss').click();
    await calm();
    expect([value(desk), strip(desk)]).to.deep.equal(['Hello Maya.', '']);
  });

  it('CMP 4 "Stop" keeps what is there, and ends the request', async () => {
    const { desk, relay } = await at();
    await write(desk, 'Old');
    await choose(desk, 'Make more formal');
    relay.writing.say('Dear');
    await rest();
    button(desk, 'Stop').click();
    await rest();
    expect([value(desk), relay.writing.stopped]).to.deep.equal(['Dear', 1]);
    expect(strip(desk)).to.include('Written by AI');
    button(desk, 'Undo').click();
    await rest();
    expect(value(desk)).to.equal('Old');
    await choose(desk, 'Make more formal');
    button(desk, 'Stop').click();
    await rest();
    expect([value(desk), strip(desk)]).to.deep.equal(['Old', '']);
  });

  it('CMP 4 what fails leaves the draft as it was, and says why', async () => {
    const { desk, relay } = await at();
    await write(desk, 'Old');
    relay.refuseNext('/v1/ai/rewrite', 'budget-spent');
    await choose(desk, 'Expand');
    await rest();
    expect([value(desk), strip(desk)]).to.deep.equal(['Old', 'AI has written as much today as the workspace allows. Go on by hand.']);
    await expect(desk).to.be.accessible();
    await choose(desk, 'Expand');
    relay.writing.say('Half a');
    await rest();
    relay.writing.refuse('model-away');
    await rest();
    expect([value(desk), composer(desk).disabled]).to.deep.equal(['Old', false]);
    expect(strip(desk)).to.equal('AI did not answer. Your draft is as it was. Try again in a while.');
    await write(desk, '.');
    expect(strip(desk)).to.equal('');
  });

  it('CMP 4 another conversation is opened while it writes: the draft there is as it was, and the request has ended', async () => {
    const { desk, relay, session } = await at();
    const [maya, tom] = session.state.ongoing.map(({ id }) => id);
    desk.select(maya);
    await calm();
    await write(desk, 'For Maya');
    await choose(desk, 'Expand');
    relay.writing.say('Something');
    await rest();
    desk.select(tom);
    await rest();
    expect([value(desk), strip(desk), composer(desk).disabled, relay.writing.stopped]).to.deep.equal(['', '', false, 1]);
    await write(desk, 'For Tom');
    desk.select(maya);
    await rest();
    expect(value(desk)).to.equal('For Maya');
  });

  it('CMP 4 INF 7 only what the workspace has shows, and it comes and goes with the settings', async () => {
    const { desk, relay } = await at();
    const names = () => findAll(desk, 'deskbell-assist [role=menuitem], [role=menuitem]').map(textOf);
    expect(names()).to.deep.equal(['Make more friendly', 'Make more formal', 'Expand', 'AI Assist']);
    expect(item(desk, 'Expand').ariaDisabled).to.equal('true');
    await write(desk, 'Something');
    expect(item(desk, 'Expand').ariaDisabled).to.equal('false');
    relay.changeDesk({ ai: { rewrite: false, assist: true, summary: false, arrival: false } });
    await calm();
    expect(names()).to.deep.equal(['AI Assist']);
    relay.changeDesk({ ai: { rewrite: false, assist: false, summary: false, arrival: false } });
    await calm();
    expect(findAll(desk, 'deskbell-menu')).to.deep.equal([]);
  });

  it('CMP 4 what a model writes is text, whatever it says', async () => {
    const { desk, relay } = await at();
    await choose(desk, 'AI Assist');
    relay.writing.say('<script>window.hurt = true</script><img src=x onerror="window.hurt = true">');
    relay.writing.finish();
    await rest();
    expect(value(desk)).to.equal('<script>window.hurt = true</script><img src=x onerror="window.hurt = true">');
    expect(findAll(desk, 'deskbell-editor script, deskbell-editor img, .ProseMirror img:not(.ProseMirror-separator)')).to.deep.equal([]);
    expect('hurt' in window).to.equal(false);
  });
});
