import { expect } from '@open-wc/testing';
import type { ActFault } from '../words.js';
import { controlled, type Controlled } from '../testing/controlled.js';

const FAR = 'https://elsewhere.example/';

describe('what an agent who has control may not do', () => {
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

  describe('leave the site', () => {
    const links: Record<string, string> = {
      'a link to another site': `<a id="it" href="${FAR}">Away</a>`,
      'a link to another port': `<a id="it" href="http://${location.hostname}:1/">Away</a>`,
      'a link of a drawing': `<svg width="50" height="50"><a href="${FAR}"><rect id="it" width="50" height="50"/></a></svg>`,
      'an old link of a drawing': `<svg width="50" height="50"><a xlink:href="${FAR}"><rect id="it" width="50" height="50"/></a></svg>`,
      'something in a link': `<a href="${FAR}"><b><i id="it">Away</i></b></a>`,
      'a link that runs a script': '<a id="it" href="javascript:void 0">Run</a>',
      'a link that runs a script behind a blank': '<a id="it" href=" \tJava\nScript:void 0">Run</a>',
      'a link to data': '<a id="it" href="data:text/html,x">Data</a>',
      'a link that writes a mail': '<a id="it" href="mailto:a@b.example">Mail</a>',
      'a link that calls': '<a id="it" href="tel:+49301234">Call</a>',
      'a link that loads a file': '<a id="it" href="/terms.pdf" download>Terms</a>',
      'a link in a new tab': '<a id="it" href="/terms" target="_blank">Terms</a>',
      'a link in another window': '<a id="it" href="/terms" target="help">Terms</a>',
      'an address that is none': '<a id="it" href="https://">Broken</a>',
    };
    for (const [title, markup] of Object.entries(links)) it(`COB 5 refuses ${title}`, () => void refuses(markup, 'elsewhere'));

    it('COB 5 refuses a place of a picture that leads away', () => {
      const map = `<img usemap="#m" width="60" height="60" alt=""><map name="m"><area id="it" shape="rect" coords="0,0,60,60" href="${FAR}"></map>`;
      refuses(map, 'elsewhere', ({ press }) => press('#it', 'Enter'));
    });

    it('COB 5 refuses a link that another base makes one that leads away', () => {
      const base = document.createElement('base');
      base.href = FAR;
      document.head.append(base);
      try {
        refuses('<a id="it" href="terms">Terms</a>', 'elsewhere');
      } finally {
        base.remove();
      }
    });

    it('COB 5 refuses a link that a base opens in a new tab', () => {
      const base = document.createElement('base');
      base.target = '_blank';
      document.head.append(base);
      try {
        refuses('<a id="it" href="#here">Terms</a>', 'elsewhere');
      } finally {
        base.remove();
      }
    });

    it('COB 5 refuses a link that leads away only since it was pressed', () => {
      const page = on('<a id="it" href="#here">Terms</a>');
      const link = page.find<HTMLAnchorElement>('#it');
      link.addEventListener('mousedown', () => (link.href = FAR));
      page.click('#it');
      expect(sent).to.deep.equal([]);
    });

    it('COB 5 refuses a link that leads away by Enter', () => {
      refuses(`<a id="it" href="${FAR}">Away</a>`, 'elsewhere', ({ press }) => press('#it', 'Enter'));
    });

    it('COB 5 follows a link of the site', () => {
      const page = on('<a id="it" href="/terms">Terms</a>');
      expect(page.click('#it')).to.equal('done');
      expect(page.press('#it', 'Enter')).to.equal('done');
      expect(sent).to.deep.equal(['click it', 'click it']);
    });
  });

  describe('send a form away', () => {
    const forms: Record<string, string> = {
      'a form of another site': `<form action="${FAR}"><button id="it">Send</button></form>`,
      'a button that sends it there': `<form action="/pay"><input type="submit" id="it" formaction="${FAR}"></form>`,
      'a picture that sends it there': `<form action="${FAR}"><input type="image" id="it" alt="Send" width="40" height="40"></form>`,
      'a button outside of its form': `<form id="f" action="${FAR}"></form><button id="it" form="f">Send</button>`,
      'a form that runs a script': '<form action="javascript:void 0"><button id="it">Send</button></form>',
      'a form in a new tab': '<form action="/pay" target="_blank"><button id="it">Send</button></form>',
      'a button that opens a new tab': '<form action="/pay"><button id="it" formtarget="_blank">Send</button></form>',
      'a form with a field named action': `<form action="${FAR}"><input name="action" value="/"><button id="it">Send</button></form>`,
      'a form that writes a mail': '<form action="mailto:a@b.example"><button id="it">Send</button></form>',
    };
    for (const [title, markup] of Object.entries(forms)) it(`COB 5 refuses ${title}`, () => void refuses(markup, 'elsewhere'));

    it('COB 5 refuses to send it by Enter, through its button or without one', () => {
      refuses(`<form action="${FAR}"><input id="it"><button>Send</button></form>`, 'elsewhere', ({ press }) => press('#it', 'Enter'));
      here?.close();
      refuses(`<form action="${FAR}"><input id="it"></form>`, 'elsewhere', ({ press }) => press('#it', 'Enter'));
      here?.close();
      refuses(`<form action="/"><input id="it"><button formaction="${FAR}">Send</button></form>`, 'elsewhere', ({ press }) =>
        press('#it', 'Enter'),
      );
    });

    it('COB 5 sends a form of the site, and closes a dialog by one', () => {
      const page = on('<form id="f" action="/pay"><button id="it">Send</button></form>');
      expect(page.click('#it')).to.equal('done');
      expect(sent).to.deep.equal(['click it']);
      page.close();
      const dialog = on(`<dialog open><form method="dialog" action="${FAR}"><button id="it">Close</button></form></dialog>`);
      expect(dialog.click('#it')).to.equal('done');
    });
  });

  it('COB 5 is not misled by a page that names its fields for properties', () => {
    const names = ['parentNode', 'getAttribute', 'matches', 'localName', 'ownerDocument', 'getRootNode', 'isConnected', 'method', 'target'];
    const inputs = names.map((name) => `<input name="${name}" value="/">`).join('');
    const images = ['defaultView', 'activeElement', 'elementFromPoint', 'querySelectorAll', 'body'].map(
      (name) => `<img name="${name}" alt="">`,
    );
    const page = on(`${images.join('')}<form action="${FAR}" id="form">${inputs}<button id="it">Send</button></form><input id="name">`);
    expect(page.click('#it')).to.equal('elsewhere');
    expect(page.press('#form > input', 'Enter')).to.equal('elsewhere');
    expect(page.type('#name', 'Ada')).to.equal('done');
    expect(sent).to.deep.equal([]);
  });
});
