import { expect } from '@open-wc/testing';
import { controlled, watched, type Controlled } from '../testing/controlled.js';

describe('acts of an agent, as a page sees them', () => {
  let here: Controlled | undefined;
  const on = (...given: Parameters<typeof controlled>) => (here = controlled(...given));
  afterEach(() => here?.close());
  const value = (selector: string) => here!.find<HTMLInputElement>(selector).value;

  it('COB 5 a click is all that a hand’s click is, in its order', () => {
    const page = on('<button type="button" id="it">Go</button>');
    const types = ['pointerover', 'mouseenter', 'pointerdown', 'mousedown', 'focus', 'pointerup', 'mouseup', 'click', 'dblclick'];
    const seen = watched(page.find('#it'), ...types);
    expect(page.click('#it')).to.equal('done');
    expect(seen).to.deep.equal(types.slice(0, -1));
    expect(document.activeElement).to.equal(page.find('#it'));
  });

  it('COB 5 a click has its place, and the second at once is a double click', () => {
    const page = on('<button type="button" id="it" style="width: 200px; height: 40px">Go</button>');
    const button = page.find('#it');
    const places: number[] = [];
    button.addEventListener('click', ({ offsetX, detail }) => places.push(Math.round(offsetX), detail));
    const doubled = watched(button, 'dblclick');
    page.click(button, 0.25);
    page.clock.now -= 500;
    page.click(button, 0.25);
    const { clientLeft } = button;
    expect(places).to.deep.equal([50 - clientLeft, 1, 50 - clientLeft, 2]);
    expect(doubled).to.deep.equal(['dblclick']);
  });

  it('COB 5 a menu that opens for a mouse opens, and closes when it leaves', () => {
    const page = on('<div id="menu">Menu<button type="button" id="first">First</button></div><p id="away">Text</p>');
    const seen = watched(page.find('#menu'), 'mouseenter', 'mouseleave', 'pointerenter', 'pointerleave');
    page.click('#first');
    page.click('#menu', 0.01, 0.5);
    expect(seen).to.deep.equal(['pointerenter', 'mouseenter']);
    page.click('#away');
    expect(seen).to.deep.equal(['pointerenter', 'mouseenter', 'pointerleave', 'mouseleave']);
  });

  it('COB 5 a press that the page prevents keeps the focus where it is', () => {
    const page = on('<input id="field"><button type="button" id="bold">B</button>');
    page.find('#bold').addEventListener('mousedown', (event) => event.preventDefault());
    page.click('#field');
    page.click('#bold');
    expect(document.activeElement).to.equal(page.find('#field'));
    page.click(page.page, 0.99, 0.99);
    expect(document.activeElement).to.equal(document.body);
  });

  it('COB 5 boxes, radios and labels are checked, and say so', () => {
    const page = on(
      '<input type="checkbox" id="box"><label id="label"><input type="radio" name="r" id="one">One</label><input type="radio" name="r" id="two" checked>',
    );
    const seen = watched(page.page, 'input', 'change');
    expect(page.click('#box')).to.equal('done');
    expect(page.click('#label', 0.9)).to.equal('done');
    expect(page.find<HTMLInputElement>('#box').checked).to.equal(true);
    expect(page.find<HTMLInputElement>('#one').checked).to.equal(true);
    expect(page.find<HTMLInputElement>('#two').checked).to.equal(false);
    expect(seen).to.deep.equal(['input', 'change', 'input', 'change']);
  });

  it('COB 5 a text is typed with all that a form listens to, and is said to have changed when the field is left', () => {
    const page = on('<input id="name"><input id="next">');
    const field = page.find('#name');
    const seen = watched(field, 'focus', 'keydown', 'beforeinput', 'input', 'keyup', 'change', 'blur');
    page.type('#name', 'A');
    expect(seen).to.deep.equal(['focus', 'keydown', 'beforeinput', 'input', 'keyup']);
    page.type('#name', 'Ad');
    expect(value('#name')).to.equal('Ad');
    seen.length = 0;
    page.type('#next', 'x');
    expect(seen).to.deep.equal(['change', 'blur']);
    page.type('#name', '');
    expect(value('#name')).to.equal('');
  });

  it('COB 5 what was typed says of itself what a key would', () => {
    const page = on('<input id="name" value="Ana">');
    const said: unknown[] = [];
    page.find('#name').addEventListener('input', (event) => said.push(event.inputType, event.data));
    page.find('#name').addEventListener('keydown', ({ key }) => said.push(key));
    page.type('#name', 'Anna');
    page.type('#name', 'Ann');
    page.type('#name', 'Bea');
    page.type('#name', 'Bea');
    expect(said).to.deep.equal([
      ...['n', 'insertText', 'n'],
      ...['Backspace', 'deleteContentBackward', null],
      ...['Unidentified', 'insertReplacementText', 'Bea'],
    ]);
  });

  it('COB 5 a page that will not have a sign does not get it', () => {
    const page = on('<input id="digits"><input id="own">');
    page.find('#digits').addEventListener('keydown', (event) => {
      if (/\D/.test(event.key)) event.preventDefault();
    });
    page.find('#own').addEventListener('beforeinput', (event) => {
      event.preventDefault();
      (event.target as HTMLInputElement).value = 'as the page wants it';
    });
    expect(page.type('#digits', '1')).to.equal('done');
    expect(page.type('#digits', '1x')).to.equal('not-possible');
    expect(value('#digits')).to.equal('1');
    expect(page.type('#own', 'x')).to.equal('done');
    expect(value('#own')).to.equal('as the page wants it');
  });

  it('COB 5 a field takes what it would take of a hand, and no more', () => {
    const page = on(
      '<input id="short" maxlength="3"><textarea id="text"></textarea><input id="n" type="number" value="1"><input id="d" type="date"><input id="c" type="color"><input id="r" type="range" max="10">',
    );
    const seen = watched(page.page, 'change');
    page.type('#short', 'Adelaide');
    page.type('#text', 'Two\nlines');
    expect([value('#short'), value('#text')]).to.deep.equal(['Ade', 'Two\nlines']);
    expect(page.type('#n', 'x')).to.equal('not-possible');
    expect(page.type('#n', '42')).to.equal('done');
    expect(page.type('#d', 'tomorrow')).to.equal('not-possible');
    expect(page.type('#c', 'blue')).to.equal('not-possible');
    seen.length = 0;
    expect(page.type('#d', '2026-02-28')).to.equal('done');
    expect(page.type('#c', '#00ff00')).to.equal('done');
    expect(page.type('#r', '7')).to.equal('done');
    expect([value('#n'), value('#d'), value('#c'), value('#r')]).to.deep.equal(['42', '2026-02-28', '#00ff00', '7']);
    expect(seen.slice(-3)).to.deep.equal(['change', 'change', 'change']);
  });

  it('COB 5 options are chosen, one or several', () => {
    const page = on('<select id="one"><option>a<option>b</select><select id="more" multiple><option selected>a<option>b<option>c</select>');
    const seen = watched(page.page, 'input', 'change');
    expect(page.act('#one', { kind: 'choose', options: [1] })).to.equal('done');
    expect(page.act('#more', { kind: 'choose', options: [1, 2] })).to.equal('done');
    expect(page.act('#more', { kind: 'choose', options: [1, 2] })).to.equal('done');
    expect(value('#one')).to.equal('b');
    expect([...page.find<HTMLSelectElement>('#more').selectedOptions].map(({ text }) => text)).to.deep.equal(['b', 'c']);
    expect(seen).to.deep.equal(['input', 'change', 'input', 'change']);
    expect(page.act('#more', { kind: 'choose', options: [] })).to.equal('done');
  });

  it('COB 5 only what differs is edited in a text with form', () => {
    const page = on('<div id="note" contenteditable><p>Dear <b>Ada</b>,</p><p>see you.</p></div>');
    const note = page.find('#note');
    const seen = watched(note, 'beforeinput', 'input');
    expect(page.type('#note', 'Dear Adam,see you.')).to.equal('done');
    expect(note.innerHTML).to.equal('<p>Dear <b>Adam</b>,</p><p>see you.</p>');
    expect(page.type('#note b', 'Dear Adam,see you')).to.equal('done');
    expect(note.innerHTML).to.equal('<p>Dear <b>Adam</b>,</p><p>see you</p>');
    expect(seen).to.deep.equal(['beforeinput', 'input', 'beforeinput', 'input']);
  });

  it('COB 5 a list is scrolled, and the page', () => {
    const page = on(
      '<div id="list" style="height: 60px; overflow: auto"><p style="height: 900px"></p></div><p style="height: 3000px"></p>',
    );
    expect(page.act('#list', { kind: 'scroll', x: 0, y: 250 })).to.equal('done');
    expect(page.find('#list').scrollTop).to.equal(250);
    expect(page.act(document, { kind: 'scroll', x: 0, y: 120 })).to.equal('done');
    expect(scrollY).to.equal(120);
    scrollTo(0, 0);
  });

  it('COB 5 a field that is out of sight is scrolled to before it is filled', () => {
    const page = on('<div id="list" style="height: 90px; overflow: auto"><p style="height: 900px"></p><input id="low"></div>');
    expect(page.type('#low', 'x')).to.equal('done');
    expect(page.find('#list').scrollTop).to.be.greaterThan(800);
  });

  it('COB 5 details open', () => {
    const page = on('<details id="it"><summary>More</summary>Text</details>');
    expect(page.click('#it summary')).to.equal('done');
    expect(page.find<HTMLDetailsElement>('#it').open).to.equal(true);
    expect(page.press('#it summary', 'Enter')).to.equal('done');
    expect(page.find<HTMLDetailsElement>('#it').open).to.equal(false);
  });

  it('COB 5 works in shadow roots, open or closed, with what is slotted into them', () => {
    const page = on('<x-field id="open"></x-field><x-field id="closed"></x-field><x-button id="slotted"><span>Go</span></x-button>');
    const open = page.find('#open').attachShadow({ mode: 'open' });
    open.innerHTML = '<input>';
    const closed = page.find('#closed').attachShadow({ mode: 'closed' });
    closed.innerHTML = '<input>';
    page.find('#slotted').attachShadow({ mode: 'closed' }).innerHTML = '<button type="button"><slot></slot></button>';
    const seen = watched(page.find('#slotted'), 'click');
    for (const root of [open, closed]) {
      const field = root.querySelector('input')!;
      expect(page.type(field, 'Ada')).to.equal('done');
      expect(field.value).to.equal('Ada');
      expect(page.click(field)).to.equal('done');
    }
    expect(page.click('#slotted span')).to.equal('done');
    expect(seen).to.deep.equal(['click']);
  });

  it('COB 5 works in frames of the site', async () => {
    const page = on(
      '<iframe srcdoc="<input id=f><select id=s><option>1<option>2</select>" style="border: 7px solid; transform: scale(1.2)"></iframe>',
    );
    const frame = page.find<HTMLIFrameElement>('iframe');
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const inside = frame.contentDocument!;
    const field = inside.querySelector<HTMLInputElement>('#f')!;
    const seen = watched(field, 'input', 'click');
    expect(page.type(field, 'Ada')).to.equal('done');
    expect(page.click(field)).to.equal('done');
    expect(page.act(inside.querySelector('#s')!, { kind: 'choose', options: [1] })).to.equal('done');
    expect(field.value).to.equal('Ada');
    expect(seen).to.deep.equal(['input', 'click']);
  });
});
