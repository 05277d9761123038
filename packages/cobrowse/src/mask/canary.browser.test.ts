import { expect } from '@open-wc/testing';
import { OPEN, PLACES, SECRET, watch } from './testing/canary.js';

type Watched = Awaited<ReturnType<typeof watch>>;

describe('Canaries', () => {
  let watched: Watched | undefined;
  afterEach(() => watched?.end());
  const over = async (html: string, rules = {}) => {
    watched?.end();
    return (watched = await watch(html, rules));
  };
  const shown = `<p data-deskbell-unmask>${OPEN}</p>`;

  for (const [place, html] of Object.entries(PLACES)) {
    it(`COB 6 P1 P7 P8 P9 P11 P12 a secret in ${place} does not leave a private page`, async () => {
      const page = await over(shown + html(SECRET));
      await page.keeps(place);
      page.find('body').insertAdjacentHTML('beforeend', html(SECRET));
      await page.keeps(`${place}, later`);
    });

    it(`COB 6 P2 P3 a secret in ${place} does not leave a place that is marked, whatever is unmasked in it`, async () => {
      const page = await over(`${shown}<div class="deskbell-mask"><div data-deskbell-unmask id="in">${html(SECRET)}</div></div>`, {
        masking: 'marked',
      });
      await page.keeps(place);
      page.find('#in').insertAdjacentHTML('beforeend', html(SECRET));
      await page.keeps(`${place}, later`);
    });

    it(`COB 6 P16 a secret in ${place} does not leave what is blocked, and all of it would where nothing is marked`, async () => {
      const page = await over(`${shown}<deskbell-chat>${html(SECRET)}</deskbell-chat><div data-deskbell-block>${html(SECRET)}</div>`, {
        masking: 'marked',
      });
      await page.keeps(place);
    });
  }

  it('COB 6 a secret where nothing is marked is found, so that these tests can fail', async () => {
    const found: string[] = [];
    for (const [place, html] of Object.entries(PLACES)) {
      const page = await over(shown + html(SECRET), { masking: 'marked' });
      if (page.left().includes(SECRET)) found.push(place);
    }
    const kept = Object.keys(PLACES).filter((place) => !found.includes(place));
    expect(kept).to.eql(['never', 'object', 'comment', 'script', 'meta', 'closed']);
  });

  it('COB 6 P4 P5 P6 P7 what is typed into secret fields never leaves, though everything is unmasked, and however they change', async () => {
    const fields = [
      'type="password"',
      'type="hidden"',
      'autocomplete="cc-number"',
      'autocomplete="cc-csc"',
      'autocomplete="cc-name"',
      'autocomplete="one-time-code"',
      'autocomplete="new-password"',
      'inputmode="numeric" maxlength="8" name="otp"',
    ];
    const page = await over(`${shown}<form data-deskbell-unmask>${fields.map((field) => `<input ${field}>`).join('')}</form>`, {
      masking: 'marked',
    });
    for (const field of page.document.querySelectorAll('input')) {
      field.value = SECRET;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.setAttribute('value', SECRET);
      field.setAttribute('data-copy', SECRET);
      await page.keeps(field.outerHTML);
      for (const name of field.getAttributeNames()) field.removeAttribute(name);
      field.type = 'text';
      field.value = `${SECRET}!`;
      field.setAttribute('value', SECRET);
      await page.keeps(`${field.outerHTML}, shown by an eye`);
      field.remove();
      page.find('form').append(field);
      await page.keeps(`${field.outerHTML}, elsewhere`);
    }
  });

  it('COB 6 P5 a card number leaves from nowhere, whole or in pieces, and neither does its beginning once it is there', async () => {
    const card = '4929 1234 5678 9122';
    const bare = card.replaceAll(' ', '');
    const places = Object.entries(PLACES).filter(([place]) => place !== 'entity');
    for (const [place, html] of places) {
      const page = await over(shown + html(bare) + html(card) + html(bare.replace(/(.{4})(?=.)/g, '$1-')), { masking: 'marked' });
      await page.keeps(place, [bare, card, '4929-1234', '12345678', '5678 9122', '5678-9122']);
    }
    const page = await over(`${shown}<p><b>4929</b><b>1234</b> <i><u>5678</u></i>9122</p><p class="c-${bare} x" id="${bare}">x</p>`, {
      masking: 'marked',
    });
    await page.keeps('in pieces', ['4929', '1234', '5678', '9122']);
  });

  it('COB 6 P5 of a card number that is typed into an open field no more leaves than its first eight digits', async () => {
    const page = await over(`${shown}<input><div contenteditable></div>`, { masking: 'marked' });
    const card = '4929123456789122';
    for (let length = 1; length <= card.length; length += 1) {
      (page.find('input') as HTMLInputElement).value = card.slice(0, length);
      page.find('[contenteditable]').textContent = card.slice(0, length);
      await page.settle();
    }
    await page.keeps('typed', [card.slice(0, 9)]);
  });

  it('COB 6 P14 what a pattern finds leaves from nowhere', async () => {
    for (const [place, html] of Object.entries(PLACES)) {
      const page = await over(shown + html('K-771234'), { masking: 'marked', patterns: ['K-\\d{6}'] });
      await page.keeps(place, ['K-771234', '771234']);
    }
  });

  it('COB 6 P15 the title of a private page does not leave, nor anything of a frame whose page is off limits', async () => {
    const page = await over(shown);
    page.document.title = SECRET;
    await page.keeps('title');
    const inFrame = async (rules: object) => {
      const next = await over(`${shown}<iframe id="f"></iframe>`, { masking: 'marked', ...rules });
      const frame = next.find('#f') as HTMLIFrameElement;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      frame.src = '/packages/cobrowse/tsconfig.json';
      await loaded;
      return next;
    };
    const off = await inFrame({ pages: [{ at: '/packages/*', offLimits: true }] });
    await off.keeps('frame', ['tsconfig']);
    const on = await inFrame({});
    await on.settle();
    expect(on.left()).to.contain('tsconfig.base.json');
  });

  it('COB 6 P18 what comes into a masked place, or becomes masked, is masked from then on', async () => {
    const page = await over(
      `${shown}<section id="open"><p id="p" title="x">x</p><div id="host"></div><input id="f"></section><section id="masked" class="own"></section>`,
      { masking: 'marked', mask: ['.own', '.later p', '[data-private]'] },
    );
    const p = page.find('#p');
    const said = (element: Element) => {
      element.textContent = SECRET;
      element.setAttribute('title', SECRET);
    };
    p.setAttribute('data-deskbell-mask', '');
    said(p);
    await page.keeps('marked and said at once');
    said(p);
    p.removeAttribute('data-deskbell-mask');
    p.textContent = 'x';
    p.title = 'x';
    await page.keeps('no longer marked');
    page.find('#masked').append(p);
    said(p);
    await page.keeps('moved');
    said(p);
    await page.keeps('and said again');

    p.textContent = p.title = 'x';
    page.find('#open').append(p);
    await page.settle();
    page.find('#open').className = 'later';
    said(p);
    await page.keeps('by a class around it');

    p.textContent = p.title = 'x';
    page.find('#open').className = '';
    await page.settle();
    const around = page.document.createElement('div');
    around.innerHTML = '<div></div>';
    around.firstElementChild?.append(p);
    page.find('#open').append(around);
    await page.settle();
    const later = page.document.createElement('div');
    later.className = 'later';
    page.document.body.append(later);
    later.append(around);
    await page.settle();
    p.textContent = SECRET;
    await page.keeps('by what it was moved into, further up');
    said(p);
    await page.keeps('and said again');

    const field = page.find('#f') as HTMLInputElement;
    field.setAttribute('data-private', '');
    field.value = SECRET;
    field.setAttribute('value', SECRET);
    await page.keeps('a field by an attribute');

    const host = page.find('#host');
    host.innerHTML = '<p>x</p>';
    await page.settle();
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<div class="own"><slot></slot></div>';
    (host.firstElementChild as HTMLElement).textContent = SECRET;
    await page.keeps('by the slot it is shown in');
  });

  it('COB 6 P17 a style that is changed by script says nothing in a private page', async () => {
    const page = await over(`${shown}<style>a{color:red}</style>`);
    page.document.styleSheets[0]?.insertRule(`b::after{content:"${SECRET}"}`);
    const adopted = new page.window.CSSStyleSheet();
    page.document.adoptedStyleSheets = [adopted];
    adopted.replaceSync(`/* ${SECRET} */ b::before{content:"${SECRET}";background:url("/x?a=${SECRET}")}`);
    await page.keeps('rules');
  });

  it('COB 6 P22 a page whose elements are named as what is asked of them keeps its secrets', async () => {
    const names = [
      'attributes',
      'tagName',
      'localName',
      'matches',
      'parentNode',
      'nodeType',
      'getAttribute',
      'firstChild',
      'textContent',
      'shadowRoot',
    ];
    const page = await over(
      `${shown}<form class="deskbell-mask">${SECRET}${names.map((name) => `<input name="${name}" value="${SECRET}">`).join('')}</form><img name="querySelector"><img name="title">`,
      { masking: 'marked' },
    );
    await page.keeps('form');
    page.find('form').append(SECRET);
    await page.keeps('later');
  });
});
