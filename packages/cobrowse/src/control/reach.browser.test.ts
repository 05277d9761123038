import { expect } from '@open-wc/testing';
import type { ActFault } from '../words.js';
import { controlled, type Controlled } from '../testing/controlled.js';

describe('what an agent who has control does not reach', () => {
  let here: Controlled | undefined;
  const on = (...given: Parameters<typeof controlled>) => (here = controlled(...given));
  let sent: string[] = [];
  // What would lead away from the tests is noted, and led nowhere.
  const stay = (event: Event) => {
    sent.push(`${event.type} ${(event.target as Element).id}`);
    event.preventDefault();
  };
  beforeEach(() => {
    sent = [];
    addEventListener('click', stay);
    addEventListener('submit', stay);
  });
  afterEach(() => {
    removeEventListener('click', stay);
    removeEventListener('submit', stay);
    here?.close();
  });

  const refuses = (markup: string, why: ActFault, what: (page: Controlled) => ActFault | 'done' = ({ click }) => click('#it')) => {
    const page = on(markup);
    expect(what(page)).to.equal(why);
    expect(sent).to.deep.equal([]);
    return page;
  };

  describe('touch what is the customer’s alone', () => {
    const masked: [string, ActFault, string][] = [
      ['a masked field', 'masked', '<input id="it" data-masked>'],
      ['a field in what is masked', 'masked', '<div data-masked><input id="it"></div>'],
      ['a password', 'masked', '<input id="it" type="password">'],
      ['a hidden value', 'masked', '<input id="it" type="hidden">'],
      ['a file', 'file', '<input id="it" type="file">'],
    ];
    for (const [title, why, markup] of masked) {
      it(`COB 6 refuses to type into ${title}, and to click it`, () => {
        const page = refuses(markup, why, ({ type }) => type('#it', 'x'));
        expect(page.find<HTMLInputElement>('#it').value).to.equal('');
        expect(page.click('#it')).to.equal(why);
        expect(page.press('#it', 'Enter')).to.equal(why);
        expect(sent).to.deep.equal([]);
      });
    }

    it('COB 6 refuses a masked choice, and a masked box', () => {
      const page = on('<select id="s" data-masked><option>1<option>2</select><input type="checkbox" id="c" data-masked>');
      expect(page.act('#s', { kind: 'choose', options: [1] })).to.equal('masked');
      expect(page.find<HTMLSelectElement>('#s').selectedIndex).to.equal(0);
      expect(page.click('#c')).to.equal('masked');
      expect(page.find<HTMLInputElement>('#c').checked).to.equal(false);
    });

    it('COB 6 refuses a label whose field is masked, or is a file', () => {
      const page = on(
        '<label id="l1" for="c">Yes</label><input type="checkbox" id="c" data-masked><label id="l2">Photo<input type="file" hidden id="f"></label>',
      );
      expect(page.click('#l1')).to.equal('masked');
      expect(page.click('#l2', 0.1)).to.equal('file');
      expect(page.find<HTMLInputElement>('#c').checked).to.equal(false);
      expect(sent).to.deep.equal([]);
    });

    it('COB 6 refuses a radio that would take the choice from a masked one, and a reset that would empty what is masked', () => {
      const page = on(`<form><input type="radio" name="r" id="kept" data-masked checked><input type="radio" name="r" id="other"></form>
        <form><input id="secret" data-masked><input type="reset" id="reset"></form><form><input><button type="reset" id="free">Clear</button></form>`);
      page.find<HTMLInputElement>('#secret').value = 'kept';
      expect(page.click('#other')).to.equal('masked');
      expect(page.click('#reset')).to.equal('masked');
      expect(page.press('#reset', 'Enter')).to.equal('masked');
      expect(page.find<HTMLInputElement>('#kept').checked).to.equal(true);
      expect(page.find<HTMLInputElement>('#secret').value).to.equal('kept');
      expect(page.click('#free')).to.equal('done');
    });

    it('COB 6 refuses what is in a frame that is masked, or Deskbell’s', () => {
      const page = on('<div data-masked><iframe></iframe></div><deskbell-chat><iframe></iframe></deskbell-chat><iframe></iframe>');
      const results = [...page.page.querySelectorAll('iframe')].map((frame) => {
        const field = frame.contentDocument!.createElement('input');
        frame.contentDocument!.body.append(field);
        return [page.type(field, 'x'), field.value];
      });
      expect(results).to.deep.equal([
        ['masked', ''],
        ['masked', ''],
        ['done', 'x'],
      ]);
    });

    it('COB 6 refuses what is masked in something that was clicked by its own id', () => {
      const page = on('<div id="it"><button data-masked style="width: 100%; height: 40px">Secret</button></div>');
      expect(page.click('#it')).to.equal('masked');
      expect(sent).to.deep.equal([]);
    });

    it('COB 5 refuses everything of Deskbell’s own: nobody answers for the customer', () => {
      const page = on('<deskbell-consent></deskbell-consent><deskbell-chat><input id="inside"></deskbell-chat>');
      const host = page.find('deskbell-consent');
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = '<button id="allow">Allow</button><input id="text">';
      const allow = root.querySelector<HTMLElement>('#allow')!;
      let allowed = 0;
      allow.addEventListener('click', () => allowed++);
      expect(page.click(allow)).to.equal('masked');
      expect(page.press(allow, 'Enter')).to.equal('masked');
      expect(page.click(host)).to.equal('masked');
      expect(page.type(root.querySelector('#text')!, 'x')).to.equal('masked');
      expect(page.type('#inside', 'x')).to.equal('masked');
      expect(page.act(host, { kind: 'scroll', x: 0, y: 9 })).to.equal('masked');
      expect(allowed).to.equal(0);
    });

    it('COB 5 refuses Deskbell’s own in a closed shadow root, and through what covers it', () => {
      const page = on('<div id="around"><deskbell-banner></deskbell-banner></div>');
      const root = page.find('deskbell-banner').attachShadow({ mode: 'closed' });
      root.innerHTML = '<button style="width: 200px; height: 60px">Allow</button>';
      const allow = root.querySelector('button')!;
      let allowed = 0;
      allow.addEventListener('click', () => allowed++);
      expect(page.click(allow)).to.equal('masked');
      // The element around it is the site's; what is at that point of it is not.
      const at = allow.getBoundingClientRect();
      const around = page.find('#around').getBoundingClientRect();
      expect(page.click('#around', (at.x + 5 - around.x) / around.width, 0.5)).to.equal('masked');
      expect(allowed).to.equal(0);
    });

    it('COB 6 refuses to scroll what is blocked', () => {
      const page = on('<div data-blocked><div id="it" style="overflow: auto; height: 50px"><p style="height: 500px"></div></div>');
      expect(page.act('#it', { kind: 'scroll', x: 0, y: 90 })).to.equal('masked');
      expect(page.find('#it').scrollTop).to.equal(0);
    });

    it('COB 6 scrolls what is masked: its words are not shown for it', () => {
      const page = on('<div data-masked><div id="it" style="overflow: auto; height: 50px"><p style="height: 500px"></div></div>');
      expect(page.act('#it', { kind: 'scroll', x: 0, y: 90 })).to.equal('done');
      expect(page.find('#it').scrollTop).to.equal(90);
    });
  });

  describe('reach what no hand could', () => {
    it('COB 5 refuses what another site shows in a frame', () => {
      const page = on('<iframe id="it" sandbox srcdoc="x" width="50" height="50"></iframe>');
      expect(page.click('#it')).to.equal('elsewhere');
      expect(page.type('#it', 'x')).to.equal('elsewhere');
      expect(page.act('#it', { kind: 'scroll', x: 0, y: 9 })).to.equal('elsewhere');
    });

    it('COB 5 refuses what is gone, or never was', () => {
      const page = on('<button id="it">Go</button>');
      const button = page.find('#it');
      button.remove();
      expect(page.click(button)).to.equal('gone');
      page.control.hear({ type: 'act', id: 7, act: { kind: 'click', node: 4_711, x: 0, y: 0 } });
      expect(page.said.at(-1)).to.deep.equal({ type: 'refused', id: 7, why: 'gone' });
    });

    it('COB 5 refuses what is in a frame that is gone', () => {
      const page = on('<iframe srcdoc="<button>Go</button>"></iframe>');
      const frame = page.find<HTMLIFrameElement>('iframe');
      const inside = frame.contentDocument!.body;
      frame.remove();
      expect(page.click(inside)).to.equal('gone');
    });

    const unreachable: Record<string, string> = {
      'a disabled button': '<button id="it" disabled>Go</button>',
      'a button in a disabled group': '<fieldset disabled><button id="it">Go</button></fieldset>',
      'a button that is not rendered': '<button id="it" style="display: none">Go</button>',
      'a button that is not visible': '<button id="it" style="visibility: hidden">Go</button>',
      'what is inert': '<div inert><button id="it">Go</button></div>',
      'what something covers': '<button id="it">Go</button><div style="position: fixed; inset: 0; background: #fff"></div>',
      'what lets pointers through': '<button id="it" style="pointer-events: none">Go</button>',
      'what is cut off': '<div style="height: 20px; overflow: hidden"><p style="height: 60px"></p><button id="it">Go</button></div>',
      'what is off the screen': '<button id="it" style="position: fixed; left: -500px">Go</button>',
    };
    for (const [title, markup] of Object.entries(unreachable)) it(`COB 5 refuses ${title}`, () => void refuses(markup, 'not-possible'));

    it('COB 5 refuses what a dialog is in front of, by pointer and by key', () => {
      const page = on('<button id="b">Go</button><input id="f"><select id="s"><option>1<option>2</select><dialog>Wait</dialog>');
      page.find<HTMLDialogElement>('dialog').showModal();
      expect(page.click('#b')).to.equal('not-possible');
      expect(page.type('#f', 'x')).to.equal('not-possible');
      expect(page.press('#f', 'Enter')).to.equal('not-possible');
      expect(page.act('#s', { kind: 'choose', options: [1] })).to.equal('not-possible');
      expect(page.find<HTMLInputElement>('#f').value).to.equal('');
    });

    it('COB 5 refuses what is covered where its frame is covered', () => {
      const page = on(
        '<iframe srcdoc="<button>Go</button>" width="200" height="80"></iframe><div style="position: fixed; inset: 0"></div>',
      );
      const frame = page.find<HTMLIFrameElement>('iframe');
      return new Promise((resolve) => frame.addEventListener('load', resolve, { once: true })).then(() => {
        const button = frame.contentDocument!.querySelector('button')!;
        expect(page.click(button)).to.equal('not-possible');
        page.find('div').remove();
        expect(page.click(button)).to.equal('done');
      });
    });

    it('COB 5 refuses to type where nothing is typed, and to choose what is not to be chosen', () => {
      const page = on(
        '<p id="p">Text</p><input id="c" type="checkbox"><input id="r" readonly><button id="b">Go</button><select id="s"><option>1<option disabled>2<optgroup disabled><option>3</optgroup></select>',
      );
      for (const id of ['#p', '#c', '#r', '#b', '#s']) expect(page.type(id, 'x'), id).to.equal('not-possible');
      for (const options of [[1], [2], [9], [], [0, 1]]) expect(page.act('#s', { kind: 'choose', options })).to.equal('not-possible');
      expect(page.act('#p', { kind: 'choose', options: [0] })).to.equal('not-possible');
      expect(page.find<HTMLSelectElement>('#s').selectedIndex).to.equal(0);
    });
  });
});
