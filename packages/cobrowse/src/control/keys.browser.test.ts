import { expect } from '@open-wc/testing';
import { controlled, watched, type Controlled } from '../testing/controlled.js';

describe('keys of an agent, as a page sees them', () => {
  let here: Controlled | undefined;
  const on = (...given: Parameters<typeof controlled>) => (here = controlled(...given));
  const noted: string[] = [];
  const stay = (event: SubmitEvent) => {
    event.preventDefault();
    noted.push(`${(event.target as Element).id} by ${event.submitter?.id ?? 'itself'}`);
  };
  beforeEach(() => {
    noted.length = 0;
    addEventListener('submit', stay);
  });
  afterEach(() => {
    removeEventListener('submit', stay);
    here?.close();
  });

  it('COB 5 Enter sends a form by its first button, or by itself where it has one field', () => {
    const page = on(`
      <form id="f1"><input id="a"><button type="button">No</button><button id="b1">Send</button><button id="b2">Other</button></form>
      <form id="f2"><input id="c"></form><form id="f3"><input id="d"><input></form>
      <form id="f4"><input id="e"><button disabled>Send</button></form>`);
    for (const field of ['#a', '#c', '#d', '#e']) expect(page.press(field, 'Enter')).to.equal('done');
    expect(noted).to.deep.equal(['f1 by b1', 'f2 by itself']);
  });

  it('COB 5 Enter says that what was typed has changed, before the form is sent', () => {
    const page = on('<form id="f1"><input id="a"></form>');
    const seen = watched(page.page, 'input', 'change', 'submit');
    page.type('#a', 'x');
    page.press('#a', 'Enter');
    expect(seen).to.deep.equal(['input', 'change', 'submit']);
  });

  it('COB 5 a page that takes the key keeps it', () => {
    const page = on('<form id="f1"><input id="a"></form>');
    const keys: (string | number)[] = [];
    page.find('#a').addEventListener('keydown', (event) => {
      // Many pages look at nothing else.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      keys.push(event.key, event.keyCode);
      event.preventDefault();
    });
    expect(page.press('#a', 'Enter')).to.equal('done');
    expect(page.press('#a', 'ArrowDown')).to.equal('done');
    expect(keys).to.deep.equal(['Enter', 13, 'ArrowDown', 40]);
    expect(noted).to.deep.equal([]);
  });

  it('COB 5 Enter presses what has the focus, and breaks a line in a text with form', () => {
    const page = on('<button type="button" id="b">Go</button><div id="note" contenteditable><p>Hi</p></div>');
    const seen = watched(page.find('#b'), 'click');
    expect(page.press('#b', 'Enter')).to.equal('done');
    expect(seen).to.deep.equal(['click']);
    page.type('#note', 'Hi you');
    expect(page.press('#note', 'Enter')).to.equal('done');
    expect(page.find('#note').children).to.have.length(2);
  });

  it('COB 5 Tab goes on to what may be used, over what is masked, hidden, disabled or Deskbell’s', () => {
    const page = on(`
      <input id="a"><input data-masked><input type="password"><input disabled><input style="display: none"><input tabindex="-1">
      <deskbell-chat><button>Chat</button></deskbell-chat><x-field></x-field><a id="far" href="https://elsewhere.example">Far</a><button type="button" id="z">Z</button>`);
    const root = page.find('x-field').attachShadow({ mode: 'open' });
    root.innerHTML = '<input id="inner">';
    const inner = root.querySelector('#inner')!;
    expect(page.press('#a', 'Tab')).to.equal('done');
    expect(root.activeElement).to.equal(inner);
    expect(page.press(inner, 'Tab')).to.equal('done');
    expect(document.activeElement).to.equal(page.find('#far'));
    expect(page.press('#z', 'Tab')).to.equal('done');
    expect(page.page.contains(document.activeElement), 'and from the last to the first of the page').to.equal(
      document.activeElement !== document.body,
    );
  });

  it('COB 5 Tab stays in an open dialog', () => {
    const page = on('<input id="a"><dialog><input id="d1"><input id="d2"></dialog>');
    page.find<HTMLDialogElement>('dialog').showModal();
    page.press('#d1', 'Tab');
    expect(document.activeElement?.id).to.equal('d2');
    page.press('#d2', 'Tab');
    expect(document.activeElement?.id).to.equal('d1');
  });

  it('COB 5 Escape closes what is open, where the page lets it', () => {
    const page = on('<dialog id="d"><input id="a"></dialog><dialog id="k"><input id="b"></dialog>');
    const kept = page.find<HTMLDialogElement>('#k');
    kept.showModal();
    kept.addEventListener('cancel', (event) => event.preventDefault(), { once: true });
    expect(page.press('#b', 'Escape')).to.equal('done');
    expect(kept.open).to.equal(true);
    page.press('#b', 'Escape');
    expect(kept.open).to.equal(false);
  });

  it('COB 5 Escape leaves Deskbell’s own dialogs open', () => {
    const page = on('<input id="a"><deskbell-chat><dialog>May they?</dialog></deskbell-chat>');
    const dialog = page.find<HTMLDialogElement>('dialog');
    dialog.show();
    dialog.close();
    dialog.showModal();
    expect(page.press(document, 'Escape')).to.equal('masked');
    expect(dialog.open).to.equal(true);
  });

  it('COB 5 arrows go through radios, options, numbers and ranges', () => {
    const page = on(`
      <input type="radio" name="r" id="r1" checked><input type="radio" name="r" disabled><input type="radio" name="r" id="r3">
      <select id="s"><option>1<option>2</select><input type="number" id="n" value="4" step="2"><input type="range" id="g" value="5">`);
    const seen = watched(page.page, 'change');
    page.press('#r1', 'ArrowDown');
    expect(page.find<HTMLInputElement>('#r3').checked).to.equal(true);
    expect(document.activeElement?.id).to.equal('r3');
    page.press('#r3', 'ArrowRight');
    expect(page.find<HTMLInputElement>('#r1').checked).to.equal(true);
    page.press('#s', 'ArrowDown');
    page.press('#s', 'ArrowDown');
    page.press('#n', 'ArrowUp');
    page.press('#g', 'ArrowLeft');
    const values = ['#s', '#n', '#g'].map((id) => page.find<HTMLInputElement>(id).value);
    expect(values).to.deep.equal(['2', '6', '4']);
    expect(seen).to.have.length(5);
  });

  it('COB 6 arrows do not choose a masked radio', () => {
    const page = on('<input type="radio" name="r" id="r1" checked><input type="radio" name="r" id="r2" data-masked>');
    expect(page.press('#r1', 'ArrowDown')).to.equal('masked');
    expect(page.find<HTMLInputElement>('#r1').checked).to.equal(true);
  });
});
