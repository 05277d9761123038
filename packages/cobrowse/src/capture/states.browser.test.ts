import { expect } from '@open-wc/testing';
import { MEDIA } from '../sink.js';
import { countOf } from '../testing/mirrored-page.js';
import { endRecords, openPage, recorded, recordPage } from '../testing/record-page.js';

const mediaHere = () => MEDIA.reduce((bits, query, at) => bits + (matchMedia(query).matches ? 2 ** at : 0), 0);

describe('recorder: what is not in the nodes', () => {
  afterEach(endRecords);

  it('COB 5 what fields hold comes over, typed, set by script, reset or chosen', async () => {
    const { settle, find, recorder, page } = await recorded(
      `<form id="f"><input id="a" value="first"><textarea id="t">long</textarea><input id="c" type="checkbox" checked>
       <input id="r1" type="radio" name="r"><input id="r2" type="radio" name="r">
       <select id="s"><option>one<option selected>two<option>three</select></form>`,
    );
    const state = (selector: string, of: string) => page.node(recorder.idOf(find(selector))).state.get(of);
    expect([state('#a', 'value'), state('#t', 'value'), state('#c', 'checked'), state('#s', 'chosen')]).to.deep.equal([
      'first',
      'long',
      true,
      [1],
    ]);

    (find('#a') as HTMLInputElement).value = 'by script';
    (find('#c') as HTMLInputElement).checked = false;
    (find('#s') as HTMLSelectElement).selectedIndex = 2;
    find('#r1').click();
    await settle();
    expect([state('#a', 'value'), state('#c', 'checked'), state('#s', 'chosen'), state('#r1', 'checked')]).to.deep.equal([
      'by script',
      false,
      [2],
      true,
    ]);

    expect(state('#c', 'mixed')).to.equal(false);
    (find('#c') as HTMLInputElement).indeterminate = true;
    find('#r2').click();
    await settle();
    expect([state('#c', 'checked'), state('#c', 'mixed')]).to.deep.equal([false, true]);
    expect([state('#r1', 'checked'), state('#r2', 'checked')]).to.deep.equal([false, true]);

    (find('#f') as HTMLFormElement).reset();
    await new Promise((resolve) => setTimeout(resolve));
    await settle();
    expect([state('#a', 'value'), state('#c', 'checked'), state('#s', 'chosen'), state('#r2', 'checked')]).to.deep.equal([
      'first',
      true,
      [1],
      false,
    ]);
  });

  it('COB 5 style sheets come over with what scripts did to them', async () => {
    const { settle, find, recorder, page, window, document } = await recorded('<style id="s">p { color: red } /* raw */</style><p>x</p>');
    const style = find('#s') as HTMLStyleElement;
    const id = recorder.idOf(style);
    expect(page.sheets.get(id)).to.equal('p { color: red } /* raw */');

    style.sheet!.insertRule('b { margin: 0px }', 1);
    await settle();
    expect(page.sheets.get(id)).to.contain('b { margin: 0px; }').and.to.contain('color: red');
    (style.sheet!.cssRules[0] as CSSStyleRule).style.setProperty('color', 'blue');
    await settle();
    expect(page.sheets.get(id)).to.contain('color: blue');
    style.sheet!.disabled = true;
    await settle();
    expect(page.sheets.get(id)).to.equal('');
    style.textContent = 'i { color: green }';
    await settle();
    expect(page.sheets.get(id)).to.equal('i { color: green }');

    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync('u { color: pink }');
    document.adoptedStyleSheets = [sheet];
    const host = find('p');
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets.push(sheet);
    await settle();
    expect(page.node(1).state.get('adopted')).to.deep.equal([-1]);
    expect(page.node(recorder.idOf(root)).state.get('adopted')).to.deep.equal([-1]);
    expect(page.sheets.get(-1)).to.contain('pink');
    sheet.replaceSync('u { color: gold }');
    await settle();
    expect(page.sheets.get(-1)).to.contain('gold');
  });

  it('COB 5 style sheets come over as they were made where the browser cannot say their rules any more', async () => {
    const { settle, find, recorder, page, window, document } = await recorded('<p id="lit">x</p>');
    const lost = 'b { border: solid var(--w) red; border-top-width: 3px }';
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(lost);
    // What an element made with Lit has.
    const root = find('#lit').attachShadow({ mode: 'open' });
    Object.assign(find('#lit'), { constructor: { elementStyles: [{ styleSheet: sheet, cssText: lost }] } });
    root.adoptedStyleSheets = [sheet];
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href: URL.createObjectURL(new Blob([lost], { type: 'text/css' })) });
    const loaded = new Promise((resolve) => link.addEventListener('load', resolve, { once: true }));
    document.head.append(link);
    await loaded;
    await settle();
    expect(page.sheets.get(-1)).to.equal(lost);
    const id = recorder.idOf(link);
    while (page.sheets.get(id) !== lost) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await settle();
    }
    sheet.insertRule('i { color: red }');
    await settle();
    expect(page.sheets.get(-1)).to.contain('i { color: red; }');
  });

  it('COB 5 variables that a page registered by script come over, and weigh less than what it says', async () => {
    const opened = await openPage('<p>x</p>');
    opened.window.CSS.registerProperty({ name: '--ink', syntax: '*', inherits: true, initialValue: 'rgb(1, 2, 3)' });
    const { recorder, settle, page } = recordPage(opened.window);
    recorder.start();
    await settle();
    expect(page.sheets.get(-1)).to.match(/^@layer deskbell \{\s*:root \{ --ink: ?rgb\(1, 2, 3\); \}\s*\}\s*$/);
    expect(page.node(1).state.get('adopted')).to.deep.equal([-1]);
    recorder.stop();
    opened.remove();
  });

  it('COB 5 scroll, focus, pointer, size and what stands open come over', async () => {
    const { settle, find, recorder, page, window, document } = await recorded(
      `<div id="box" style="height:50px;overflow:auto"><div style="height:500px">tall</div></div><input id="a"><dialog id="d">Hello</dialog><div id="p" popover>Pop</div><div style="height:3000px"></div>`,
    );
    const state = (selector: string, of: string) => page.node(recorder.idOf(find(selector))).state.get(of);
    find('#box').scrollTop = 120;
    window.scrollTo(0, 300);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await settle();
    expect(state('#box', 'scrolled')).to.deep.equal([0, 120]);
    expect(page.node(1).state.get('scrolled')).to.deep.equal([0, 300]);

    (find('#d') as HTMLDialogElement).showModal();
    find('#p').showPopover();
    window.dispatchEvent(new window.PointerEvent('pointermove', { clientX: 7, clientY: 9, buttons: 1 }));
    document.title = 'Another';
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await settle();
    expect([state('#d', 'opened'), state('#p', 'opened')]).to.deep.equal(['modal', 'popover']);
    expect(page.pointed).to.deep.equal([7, 9, true]);
    expect(page.page?.title).to.equal('Another');
    const bar = window.innerWidth - document.documentElement.clientWidth;
    expect([page.page?.bar, page.page?.media]).to.deep.equal([bar, mediaHere()]);
    (find('#d') as HTMLDialogElement).close();
    await settle();
    expect(state('#d', 'opened')).to.equal('');

    find('#a').focus();
    find('#a').dispatchEvent(new window.FocusEvent('focusin', { bubbles: true, composed: true }));
    await settle();
    expect(page.focus).to.equal(recorder.idOf(find('#a')));
  });

  it('COB 5 frames of the same origin come over, and go with what was in them', async () => {
    const { settle, find, recorder, page, document } = await recorded('<iframe id="f" srcdoc="<p>inside</p>"></iframe>');
    const frame = find('#f') as HTMLIFrameElement;
    const inner = () => page.html(recorder.idOf(frame));
    await settle();
    expect(inner()).to.contain('<p>inside</p>');
    const within = frame.contentDocument!.querySelector('p')!;
    within.append('!');
    await settle();
    expect(inner()).to.contain('<p>inside!</p>');

    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.srcdoc = '<h1>next</h1>';
    await loaded;
    await settle();
    expect(inner()).to.contain('<h1>next</h1>').and.not.to.contain('inside');
    frame.remove();
    await settle();
    expect(page.size).to.equal(countOf(document));
    expect(recorder.idOf(within)).to.equal(0);
  });

  it('COB 5 what is drawn on a canvas comes over as a picture, once until it changes; of a masked one nothing does', async () => {
    const { settle, find, recorder, page, timing } = await recorded(
      '<canvas id="c" width="40" height="20"></canvas><div data-mask><canvas id="m" width="40" height="20"></canvas></div>',
    );
    const picture = (selector: string) => page.node(recorder.idOf(find(selector))).state.get('picture') as Uint8Array | undefined;
    const draw = async (color: string, was?: Uint8Array) => {
      for (const canvas of ['#c', '#m']) {
        const context = (find(canvas) as HTMLCanvasElement).getContext('2d')!;
        context.fillStyle = color;
        context.fillRect(0, 0, 30, 10);
      }
      timing.pass(1_000);
      // The browser makes pictures when it has time.
      while (picture('#c') === was) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        await settle();
      }
      return picture('#c')!;
    };
    const red = await draw('red', picture('#c'));
    expect(new TextDecoder().decode(red.subarray(8, 12))).to.equal('WEBP');
    const blue = await draw('blue', red);
    expect(blue).not.to.deep.equal(red);
    expect(picture('#m')).to.equal(undefined);
  });
});
