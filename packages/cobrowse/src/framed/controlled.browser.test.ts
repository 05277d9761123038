import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { until } from '../testing/played.js';
import type { Act } from '../words.js';
import { clear, frameOf, rest, run, show, stage } from './testing/framed-site.js';

const HTML = `<input name=city><input type=password><input name=secret data-deskbell-mask><button>Pay</button>
  <a id=out target=_top href="/elsewhere">Out</a><a id=far href="https://far.example/">Far</a><div id=tall style="height:2000px"></div>
  <script></script>`;

let lastAct = 0;

async function session(html = HTML, granted = true) {
  const frame = await frameOf({ html });
  const shown = await show();
  await shown.sees('<button');
  await run(frame.contentWindow, `globalThis.clicks = 0; document.querySelector('button').onclick = () => clicks++; 0`);
  /** What became of it. */
  const act = async (selector: RegExp, what: Record<string, unknown>) => {
    const id = ++lastAct;
    shown.end().says({ type: 'act', id, act: { ...what, node: shown.idOf(selector) } as unknown as Act });
    const answer = () => shown.end().words.find((word) => (word.type === 'done' || word.type === 'refused') && word.id === id);
    await until(() => answer() !== undefined);
    const word = answer();
    return word?.type === 'refused' ? word.why : 'done';
  };
  const grant = async () => {
    shown.end().says({ type: 'control-ask' });
    await until(() => shown.showing.state.control === 'asked');
    shown.showing.answerControl(true);
    await until(() => shown.showing.state.control === 'granted');
    await rest();
  };
  if (granted) await grant();
  const valueOf = (name: string) => run<string>(frame.contentWindow, `document.querySelector('${name}').value`);
  const clicks = () => run<number>(frame.contentWindow, 'clicks');
  return { ...shown, frame, act, grant, valueOf, clicks };
}

const click = { kind: 'click', x: 0.5, y: 0.5 };
const type = (text: string) => ({ kind: 'type', text });

beforeEach(() => document.body.append(stage));
afterEach(clear);

describe('control within a frame of another origin', () => {
  it('COB 5 P23 types, clicks, presses keys and scrolls there, once the customer allowed it', async () => {
    const { act, valueOf, clicks, frame } = await session();
    expect(await act(/name="city"/, type('Kiel'))).to.equal('done');
    expect(await valueOf('[name=city]')).to.equal('Kiel');
    expect(await act(/<button/, click)).to.equal('done');
    expect(await clicks()).to.equal(1);
    expect(await act(/<button/, { kind: 'key', key: 'Enter' })).to.equal('done');
    expect(await act(/^\[document\][^]*<button/, { kind: 'scroll', x: 0, y: 300 })).to.equal('done');
    expect(await run(frame.contentWindow, 'scrollY')).to.equal(300);
  });

  it('COB 5 P19 P23 without consent nothing is done, nor after it was taken back', async () => {
    const { act, grant, valueOf, clicks, showing } = await session(HTML, false);
    expect([await act(/name="city"/, type('Kiel')), await act(/<button/, click)]).to.deep.equal(['no-consent', 'no-consent']);
    await grant();
    expect(await act(/name="city"/, type('Kiel'))).to.equal('done');
    showing.takeBack();
    expect([await act(/name="city"/, type('Lübeck')), await act(/<button/, click)]).to.deep.equal(['no-consent', 'no-consent']);
    expect([await valueOf('[name=city]'), await clicks()]).to.deep.equal(['Kiel', 0]);
  });

  it('COB 5 P23 the frame itself does nothing that it was not told is allowed', async () => {
    const frame = await frameOf({ html: HTML });
    const { port1, port2 } = new MessageChannel();
    const heard: { type: string; calls?: unknown[][]; why?: string }[] = [];
    port1.onmessage = ({ data }) => heard.push(data as (typeof heard)[number]);
    const rules = { masking: 'marked', mask: [], unmask: [], pages: [], patterns: [], parameters: [], canvas: true, control: true };
    frame.contentWindow?.postMessage({ deskbell: 'offer', rules, agent: 'Ana' }, new URL(frame.src).origin, [port2]);
    port1.postMessage({ type: 'fresh', around: 0 });
    const field = () => heard.flatMap(({ calls }) => calls ?? []).find((call) => JSON.stringify(call).includes('"city"'))?.[1];
    await until(() => field() !== undefined);
    const word = { type: 'act', id: 1, act: { kind: 'type', node: field(), text: 'Kiel' } };
    const said = async (message: unknown) => {
      const before = heard.length;
      port1.postMessage(message);
      await until(() => heard.length > before);
      return heard.at(-1);
    };
    expect(await said({ type: 'word', word })).to.deep.equal({ type: 'did', id: 1, why: 'no-consent' });
    expect(await said({ type: 'where', word })).to.deep.equal({ type: 'did', id: 1, why: 'no-consent' });
    port1.postMessage({ type: 'control', on: true });
    port1.postMessage({ type: 'control', on: false });
    expect(await said({ type: 'word', word })).to.deep.equal({ type: 'did', id: 1, why: 'no-consent' });
    port1.postMessage({ type: 'control', on: true });
    port1.postMessage({ type: 'word', word });
    await until(() => heard.some((message) => message.type === 'did' && message.why === undefined));
    port1.close();
  });

  it('COB 6 P19 P23 what is masked there is the customer’s alone, and nothing leads away', async () => {
    const { act, valueOf } = await session();
    expect(await act(/type="password"/, type('x'))).to.equal('masked');
    expect(await act(/name="secret"/, type('x'))).to.equal('masked');
    expect(await act(/id="out"/, click)).to.equal('elsewhere');
    expect(await act(/id="far"/, click)).to.equal('elsewhere');
    expect([await valueOf('[type=password]'), await valueOf('[name=secret]')]).to.deep.equal(['', '']);
  });

  it('COB 5 P23 what lies over the frame in the page around cannot be clicked through', async () => {
    const { act, clicks, frame } = await session();
    const over = document.createElement('div');
    over.style.cssText = 'position: fixed; inset: 0; z-index: 9';
    stage.append(over);
    expect(await act(/<button/, click)).to.equal('not-possible');
    over.remove();
    frame.style.visibility = 'hidden';
    expect(await act(/<button/, click)).to.equal('not-possible');
    expect(await clicks()).to.equal(0);
  });

  it('COB 5 P19 P23 a frame in something masked is not to be used', async () => {
    const { act, frame, sees } = await session();
    frame.setAttribute('data-deskbell-mask', '');
    await sees('•••');
    await rest();
    expect(await act(/<button/, click)).to.equal('masked');
  });

  it('COB 5 P23 the customer’s own hand wins there, and from there here', async () => {
    const { act, frame } = await session();
    stage.append(Object.assign(document.createElement('input'), { name: 'here' }));
    await rest();
    frame.scrollIntoView();
    const { left, top, width, height } = frame.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height * 0.8)];
    // Again, as long as the click is longer ago than a hand's rest when the act comes.
    for (const field of [/name="here"/, /name="city"/]) {
      while ((await act(field, type('x'))) !== 'own-hand') await sendMouse({ type: 'click', position });
    }
    while ((await act(/name="city"/, type('y'))) !== 'done') await rest();
  });

  it('COB 5 P23 a frame that goes while it is asked answers nothing: it is gone', async () => {
    const { frame, idOf, end } = await session();
    const node = idOf(/<button/);
    end().says({ type: 'act', id: 9_000, act: { kind: 'click', node, x: 0.5, y: 0.5 } });
    frame.remove();
    await until(() => end().words.some((word) => word.type === 'refused' && word.id === 9_000));
    await rest();
    end().says({ type: 'act', id: 9_001, act: { kind: 'click', node, x: 0.5, y: 0.5 } });
    await until(() => end().words.some((word) => word.type === 'refused' && word.id === 9_001 && word.why === 'gone'));
  });

  it('COB 5 what the agent highlights there is marked there, and the mark is never in the mirror', async () => {
    const { end, idOf, frame, html } = await session();
    end().says({ type: 'highlight', node: idOf(/<button/) });
    while (!(await run<boolean>(frame.contentWindow, `!!document.querySelector('deskbell-marks')`))) await rest();
    await rest();
    expect(html()).not.to.match(/deskbell-marks[^>]*>[^<]/);
  });
});
