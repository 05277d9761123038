import { expect } from '@open-wc/testing';
import { addressOf, clear, frameOf, HERE, rest, run, show, stage, THERE } from './testing/framed-site.js';

beforeEach(() => document.body.append(stage));
afterEach(clear);

describe('a frame of another origin that takes part', () => {
  it('COB 1, COB 6 P23 is in the mirror at its place, and goes on as it changes', async () => {
    const frame = await frameOf({ html: '<h1>Pay here</h1><input name="city" value="Kiel">' });
    stage.append('after the frame');
    const { sees, seesNo, html } = await show();
    await sees('Pay here');
    expect(html()).to.match(/<iframe[^>]*>\[document\]<html><head>[^]*<h1>Pay here<\/h1>[^]*<\/html><\/iframe>after the frame/);
    await run(frame.contentWindow, 'document.querySelector("h1").textContent = "Paid"');
    await sees('Paid');
    await run(frame.contentWindow, 'document.querySelector("h1").remove()');
    await seesNo('Paid');
  });

  it('COB 1 its fields, scrolls, sheets, shadow roots and canvases are there, and what is pointed at and has the focus', async () => {
    const frame = await frameOf(
      { html: '<div id=d></div><input name=city value=Kiel><p style="height:3000px">long</p><canvas id=c></canvas>' },
      { style: 'border: 5px solid' },
    );
    const { sees, mirror, html, idOf } = await show();
    await sees('long');
    await run(
      frame.contentWindow,
      `const root = document.querySelector('#d').attachShadow({ mode: 'closed' });
       root.innerHTML = '<b>in a shadow</b>';
       const sheet = new CSSStyleSheet();
       sheet.replaceSync('b { color: teal; }');
       root.adoptedStyleSheets = [sheet];
       document.querySelector('input').value = 'Lübeck';
       document.querySelector('input').focus();
       document.querySelector('canvas').getContext('2d').fillRect(0, 0, 9, 9);
       scrollTo(0, 700);
       window.dispatchEvent(new PointerEvent('pointermove', { clientX: 10, clientY: 20, bubbles: true }));
       0`,
    );
    await sees('[shadow]<b>in a shadow</b>');
    const field = idOf(/<input/);
    await rest();
    html();
    expect(mirror.node(field).state.get('value')).to.equal('Lübeck');
    expect([...mirror.sheets.values()].join()).to.include('b { color: teal; }');
    expect(mirror.focus).to.equal(field);
    expect(mirror.node(idOf(/^\[document\][^]*long/)).state.get('scrolled')).to.deep.equal([0, 700]);
    expect(mirror.node(idOf(/^<canvas/)).state.get('picture')).to.be.an.instanceOf(Uint8Array);
    const { left, top } = frame.getBoundingClientRect();
    expect(mirror.pointed.slice(0, 2)).to.deep.equal([Math.round(left + 5 + 10), Math.round(top + 5 + 20)]);
  });

  it('COB 1 comes late, is moved, reloads, goes elsewhere and vanishes', async () => {
    const { sees, seesNo } = await show();
    const frame = await frameOf({ html: '<p>one</p>' });
    await sees('one');
    const around = document.createElement('section');
    stage.append(around);
    around.append(frame);
    await sees('<section><iframe');
    await sees('one');
    await run(frame.contentWindow, 'document.querySelector("p").textContent = "two"');
    await sees('two');
    await run(frame.contentWindow, 'setTimeout(() => location.reload())');
    await seesNo('two');
    await sees('one');
    await run(frame.contentWindow, `setTimeout(() => location.assign('/nothing-here'))`);
    await seesNo('one');
    frame.src = 'about:blank';
    await rest();
    frame.remove();
    await seesNo('<iframe');
  });

  it('COB 1 a fresh snapshot has a fresh one of the frame', async () => {
    const frame = await frameOf({ html: '<p>one</p>' });
    const { sees, end, decoder, mirror, html } = await show();
    await sees('one');
    for (let time = 0; time < 3; time++) {
      end().says({ type: 'resync' });
      await rest(3);
    }
    await run(frame.contentWindow, 'document.querySelector("p").textContent = "two"');
    await sees('two');
    expect(html().match(/two/g)).to.have.length(1);
    expect(html()).not.to.include('one');
    expect([decoder.frame, mirror.isShown]).to.deep.equal([end().mirrored.length, true]);
  });

  it('COB 1 frames within it are there: of its own origin, and of one that takes part again', async () => {
    const innermost = addressOf({ html: '<i>innermost</i>', parents: THERE, origin: HERE });
    const own = addressOf({ html: '<i>of its own</i>' });
    const frame = await frameOf({ html: `<iframe src="${own}"></iframe><iframe src="${innermost}"></iframe>`, frames: HERE });
    const { sees, html } = await show();
    await sees('of its own');
    await sees('innermost');
    expect(html()).to.match(
      /<iframe[^>]*>\[document\][^]*<iframe[^>]*>\[document\][^]*of its own[^]*<iframe[^>]*>\[document\][^]*innermost/,
    );
    await run(frame.contentWindow, 'document.querySelectorAll("iframe")[1].remove()');
    await sees('of its own');
    await rest();
    expect(html()).not.to.include('innermost');
  });

  it('COB 1 is stopped with the session, and has nothing left to do', async () => {
    const frame = await frameOf({ html: '<p>one</p>' });
    const { sees, showing } = await show();
    await sees('one');
    showing.stop();
    const sent = () => run<string[]>(frame.contentWindow, 'sent');
    while (!(await sent()).at(-1)?.includes('gone')) await rest();
    const before = (await sent()).length;
    await run(frame.contentWindow, 'document.querySelector("p").textContent = "two"');
    await rest();
    const after = await sent();
    expect([after.length, after.join('').includes('two')]).to.deep.equal([before, false]);
  });
});
