import { expect } from '@open-wc/testing';
import { until } from '../testing/played.js';
import { addressOf, clear, ELSEWHERE, frameOf, HERE, lead, rest, run, show, stage, THERE } from './testing/framed-site.js';

const SECRET = 'only for those who are trusted';
const framed = `<p>${SECRET}</p>`;

const heardIn = (window: Window | null) => run<{ deskbell?: string }[]>(window, 'heard');
const loadsIn = (window: Window | null) => run<number>(window, 'loads()');

/** The page begins to be shown, and what would go wrong has had its time. */
async function shown(frames: readonly string[] = [THERE]) {
  const session = await show({ frames });
  stage.append('the page itself');
  await session.sees('the page itself');
  await rest();
  return session;
}

beforeEach(() => document.body.append(stage));
afterEach(clear);

describe('who takes part in whose mirror', () => {
  it('COB 6 P23 a frame answers no page whose origin its site does not name', async () => {
    for (const parents of ['', ELSEWHERE, '*', 'null', `${HERE}/`, HERE.slice(0, -1), HERE.replace('http:', 'https:'), `${HERE}.example`]) {
      const frame = await frameOf({ html: framed, parents });
      const { html } = await shown();
      frame.contentWindow?.postMessage({ deskbell: 'look' }, THERE);
      const { port1, port2 } = new MessageChannel();
      const heard: unknown[] = [];
      port1.onmessage = ({ data }) => heard.push(data);
      frame.contentWindow?.postMessage({ deskbell: 'offer', rules: {}, agent: 'Ana' }, THERE, [port2]);
      port1.postMessage({ type: 'fresh', around: 0 });
      await rest();
      expect([await loadsIn(frame.contentWindow), heard, html().includes(SECRET)], parents).to.deep.equal([0, [], false]);
      clear();
      document.body.append(stage);
    }
  });

  it('COB 6 P23 nothing is asked of a frame that the page’s site does not name, nor is it believed that it is one', async () => {
    const frame = await frameOf({ html: framed });
    for (const frames of [[], [ELSEWHERE], [`${THERE}/`], ['*']]) {
      const session = await shown(frames);
      await run(frame.contentWindow, `parent.postMessage({ deskbell: 'here', page: Math.random() }, '*')`);
      await rest();
      expect([await heardIn(frame.contentWindow), session.html().includes(SECRET)], frames.join()).to.deep.equal([[], false]);
      session.showing.stop();
    }
  });

  it('COB 6 P23 another window that says it is there is offered nothing, though a frame beside it takes part', async () => {
    const [frame, other] = [await frameOf({ html: framed }), await frameOf({ html: '<p>other</p>', origin: ELSEWHERE })];
    const session = await shown();
    await session.sees(SECRET);
    // The one that is named, from within another; and one that is not named by itself.
    await run(other.contentWindow, `parent.postMessage({ deskbell: 'here', page: 1 }, '*')`);
    const nested = document.createElement('iframe');
    nested.src = addressOf({ html: '<p>nested</p>', parents: ELSEWHERE });
    await run(other.contentWindow, `document.body.innerHTML = ${JSON.stringify(nested.outerHTML)}`);
    await rest();
    await run(other.contentWindow, `frames[0].postMessage({ run: "top.postMessage({ deskbell: 'here', page: 2 }, '*')", id: 0 }, '*')`);
    await rest();
    expect((await heardIn(other.contentWindow)).map(({ deskbell }) => deskbell))
      .not.to.include('look')
      .and.not.to.include('offer');
    expect(session.html()).not.to.include('nested').and.not.to.include('other');
    await run(frame.contentWindow, 'document.querySelector("p").append(" still")');
    await session.sees('still');
  });

  it('COB 6 P23 a page that is not named gets nothing by standing between', async () => {
    const innermost = addressOf({ html: framed, parents: HERE });
    const between = await frameOf({ html: `<iframe src="${innermost}"></iframe>`, origin: ELSEWHERE });
    const { html } = await shown([THERE, ELSEWHERE]);
    await run(
      between.contentWindow,
      `const { port1, port2 } = new MessageChannel();
       globalThis.got = [];
       port1.onmessage = ({ data }) => got.push(data);
       frames[0].postMessage({ deskbell: 'offer', rules: {}, agent: 'Eve' }, '*', [port2]);
       port1.postMessage({ type: 'fresh', around: 0 });`,
    );
    await rest();
    expect([await run(between.contentWindow, 'got'), html().includes(SECRET)]).to.deep.equal([[], false]);
  });

  it('COB 6 P23 an offer with no port, with two, or with no rules is none; nor does one that a script dispatches count', async () => {
    const frame = await frameOf({ html: framed });
    const ports = () => new MessageChannel().port2;
    const offer = { deskbell: 'offer', rules: {}, agent: 'Ana' };
    frame.contentWindow?.postMessage(offer, THERE);
    frame.contentWindow?.postMessage(offer, THERE, [ports(), ports()]);
    frame.contentWindow?.postMessage({ ...offer, rules: null }, THERE, [ports()]);
    frame.contentWindow?.postMessage({ ...offer, agent: 7 }, THERE, [ports()]);
    await run(
      frame.contentWindow,
      `const { port1, port2 } = new MessageChannel();
       window.dispatchEvent(new MessageEvent('message', {
         data: { deskbell: 'offer', rules: {}, agent: 'Eve' }, origin: '${HERE}', source: parent, ports: [port2],
       }));
       port1.postMessage({ type: 'fresh', around: 0 });`,
    );
    await rest();
    const said = await run<string[]>(frame.contentWindow, 'sent');
    expect([said.filter((message) => !message.includes('fresh')), await loadsIn(frame.contentWindow)]).to.deep.equal([[], 4]);
  });

  it('COB 6 P23 rules that nobody can read show nothing of the frame, and what is no word ends it', async () => {
    const frame = await frameOf({ html: framed });
    const { port1, port2 } = new MessageChannel();
    const heard: { type: string }[] = [];
    port1.onmessage = ({ data }) => heard.push(data as { type: string });
    frame.contentWindow?.postMessage({ deskbell: 'offer', rules: {}, agent: 'Ana' }, THERE, [port2]);
    port1.postMessage({ type: 'fresh', around: 0 });
    await rest();
    expect(JSON.stringify(heard)).not.to.include(SECRET);
    port1.postMessage({ type: 'unmask' });
    await until(() => heard.at(-1)?.type === 'gone');
  });

  it('COB 6 P23 the port goes with the document: the next one has to say itself that it takes part', async () => {
    const frame = await frameOf({ html: framed });
    const { sees, seesNo, html } = await shown();
    await sees(SECRET);
    await lead(frame, { html: '<p>another page</p>', parents: '' });
    await seesNo(SECRET);
    await rest();
    expect(html()).not.to.include('another page');
    await lead(frame, { html: '<p>and another</p>', origin: ELSEWHERE });
    await rest();
    expect([html().includes('and another'), await heardIn(frame.contentWindow)]).to.deep.equal([false, []]);
  });

  it('COB 6 P23 while nothing is shown nothing is loaded', async () => {
    const frame = await frameOf({ html: framed });
    await rest();
    expect([await loadsIn(frame.contentWindow), await heardIn(frame.contentWindow)]).to.deep.equal([0, []]);
    await (await shown()).sees(SECRET);
    expect(await loadsIn(frame.contentWindow)).to.equal(1);
  });
});
