import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { expect } from '@open-wc/testing';
import type { Masker } from './masker.js';
import { clear, everything, marked, put, says, shows, stage } from './testing/stage.js';

describe('Marks', () => {
  afterEach(clear);

  it('COB 6 P1 in private pages a text is masked but where the site unmasks', () => {
    const masker = everything({ unmask: ['h1'] });
    expect(says(masker, put('<p>Hello Ada</p>'))).to.equal('••••• •••');
    for (const open of [
      '<p data-deskbell-unmask>Hello</p>',
      '<p class="deskbell-unmask">Hello</p>',
      '<h1>Hello</h1>',
      '<h1><b id="x">Hello</b></h1>',
    ])
      expect(says(masker, put(open)), open).to.equal('Hello');
  });

  it('COB 6 P2 in marked pages a text is masked where the site, or a rule, marks', () => {
    const masker = marked({ mask: ['.own'] });
    expect(says(masker, put('<p>Hello</p>'))).to.equal('Hello');
    for (const mask of [
      '<p data-deskbell-mask>Hello</p>',
      '<p class="deskbell-mask">Hello</p>',
      '<p class="own">Hello</p>',
      '<p class="own"><b id="x">Hello</b></p>',
    ])
      expect(says(masker, put(mask)), mask).to.equal('•••••');
  });

  it('COB 6 P3 of two marks that meet, on one element or one within the other, the one that masks wins', () => {
    for (const masker of [everything({ mask: ['.m'], unmask: ['.u'] }), marked({ mask: ['.m'], unmask: ['.u'] })])
      for (const both of [
        '<p class="m u">Hello</p>',
        '<p class="m" data-deskbell-unmask>Hello</p>',
        '<p class="m"><b class="u"><i id="x" data-deskbell-unmask>Hello</i></b></p>',
        '<p class="u"><b id="x" class="m">Hello</b></p>',
      ])
        expect(says(masker, put(both)), both).to.equal('•••••');
  });

  it('COB 6 P12 pictures are blank where they are masked, where their address may not be seen, and where nothing is known of them', () => {
    const isBlank = (masker: Masker, html: string) => masker.isBlocked(masker.at(put(html)));
    const picture = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    for (const media of [
      `<img src="${picture}">`,
      '<video></video>',
      '<canvas></canvas>',
      `<svg><image id="x" href="${picture}"/></svg>`,
      '<input type="image">',
    ]) {
      expect(isBlank(everything(), media), media).to.equal(true);
      expect(isBlank(marked(), media), media).to.equal(false);
    }
    expect(isBlank(marked(), '<img src="/a.png?token=SECRET">')).to.equal(true);
    expect(isBlank(marked({ parameters: ['w'] }), '<img src="/a.png?w=20">')).to.equal(false);
    expect(isBlank(marked(), '<object></object>')).to.equal(true);
    expect(isBlank(everything(), '<svg></svg>'), 'an icon').to.equal(false);
    expect(isBlank(everything(), '<div data-deskbell-mask><svg id="x"></svg></div>')).to.equal(true);
    const canvas = put('<canvas></canvas>');
    const drawn = (rules: Partial<MirrorRules>) => marked(rules).showsPicture(canvas, marked(rules).at(canvas));
    expect([drawn({ canvas: true }), drawn({ canvas: false }), drawn({ mask: ['canvas'] })]).to.eql([true, false, false]);
  });

  it('COB 6 P15 the title is a text like any other, and a page that is off limits is known', () => {
    document.title = 'Order of Ada';
    expect(everything().title('Order of Ada')).to.equal('••••• •• •••');
    expect(everything({ unmask: ['title'] }).title('Order of Ada')).to.equal('Order of Ada');
    expect(marked().title('Order of Ada')).to.equal('Order of Ada');
    const off = everything({ pages: [{ at: '/checkout/*', offLimits: true }] });
    expect([off.isOffLimits('/checkout/pay?x'), off.isOffLimits('/'), off.isOffLimits('https://[')]).to.eql([true, false, true]);
    const here = marked({ pages: [{ at: location.pathname, masking: 'private' }] });
    expect(says(here, put('<p>Hello</p>'))).to.equal('•••••');
  });

  it('COB 6 P16 Deskbell’s own elements, extensions’ and what the site blocks is blank', () => {
    const masker = marked();
    const isBlank = (html: string) => masker.isBlocked(masker.at(put(html)));
    for (const foreign of [
      '<deskbell-chat></deskbell-chat>',
      '<grammarly-popups></grammarly-popups>',
      '<p data-deskbell-block>x</p>',
      '<p class="deskbell-block"><b id="x">x</b></p>',
    ])
      expect(isBlank(foreign), foreign).to.equal(true);
    expect(isBlank('<my-element></my-element>')).to.equal(false);
    const beside = document.createElement('div');
    document.documentElement.append(beside);
    expect(masker.isBlocked(masker.at(beside)), 'beside the body').to.equal(true);
    beside.remove();
  });

  it('COB 6 P17 marks reach into shadow roots, slots and frames', async () => {
    const masker = marked({ mask: ['.m'] });
    const host = put('<div class="m"></div>');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Hello</p>';
    expect(says(masker, root.firstElementChild as Element)).to.equal('•••••');
    expect(masker.root(root, masker.at(host)) & masker.at(host)).to.equal(masker.root(root));

    const slotted = put('<div>Hello<p>Hello</p></div>');
    slotted.attachShadow({ mode: 'open' }).innerHTML = '<div class="m"><slot></slot></div>';
    expect(says(masker, slotted)).to.equal('•••••');
    expect(says(masker, slotted.lastElementChild as Element)).to.equal('•••••');

    const frame = put('<iframe class="m" srcdoc="<p>Hello</p>"></iframe>') as HTMLIFrameElement;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const within = frame.contentDocument?.querySelector('p') as Element;
    expect(says(masker, within)).to.equal('•••••');
    frame.className = '';
    expect(says(masker, within)).to.equal('Hello');
  });

  it('COB 6 P18 a change that may change masks is known as one', () => {
    const masker = marked({ mask: ['[aria-busy] .x', 'p:disabled'], pages: [{ at: '/a', unmask: ['[lang|=de]', '[hidden]'] }] });
    for (const name of [
      'class',
      'id',
      'name',
      'type',
      'autocomplete',
      'data-deskbell-mask',
      'data-deskbell-unmask',
      'data-deskbell-block',
      'aria-busy',
      'lang',
      'hidden',
      'disabled',
      'slot',
      'src',
    ])
      expect(masker.decides(name), name).to.equal(true);
    for (const name of ['style', 'title', 'data-x']) expect(masker.decides(name), name).to.equal(false);
  });

  it('COB 6 P21 rules that cannot be read mask everything, and what is in no page too', () => {
    for (const bad of [
      { mask: [':is(.a'] },
      { mask: ['a{}', '.b'] },
      { mask: ['p::first-line'] },
      { mask: [':no-such'] },
      { patterns: ['('] },
      { parameters: [1] },
      { pages: [{}] },
      { mask: undefined },
    ]) {
      const masker = marked(bad as unknown as Partial<MirrorRules>);
      const element = put('<p data-deskbell-unmask title="Ada">Hello</p>');
      expect(says(masker, element), JSON.stringify(bad)).to.not.match(/\w/);
      expect(shows(masker, element, 'title') ?? '').to.not.contain('Ada');
    }
    expect(says(everything({ unmask: [':no-such', 'p'] }), put('<p>Hello</p>')), 'one to unmask unmasks nothing').to.equal('Hello');
    const loose = document.createElement('p');
    loose.textContent = 'Hello';
    expect(says(marked(), loose)).to.equal('•••••');
    const foreign = document.createElementNS('urn:x', 'p');
    foreign.textContent = 'Hello';
    stage.replaceChildren(foreign);
    expect(says(marked(), foreign)).to.equal('•••••');
  });

  it('COB 6 P22 a page that puts its own in place of what the browser has changes nothing', () => {
    const masker = marked({ mask: ['.m'] });
    const form = put(
      '<form class="m">Hello<input name="attributes"><input name="tagName"><input name="localName"><input name="matches"><input name="parentNode"><input name="nodeType"><input name="getAttribute"></form>',
    );
    expect(says(masker, form)).to.equal('•••••');
    const { matches, getAttribute } = Element.prototype;
    const { stringify } = JSON;
    const field = put('<input class="m" type="password" value="SECRET">');
    try {
      Element.prototype.matches = (() => false) as unknown as typeof matches;
      Element.prototype.getAttribute = () => null;
      for (const name of ['matches', 'localName', 'type', 'className', 'parentNode', 'assignedSlot'])
        Object.defineProperty(field, name, {
          get: () => {
            throw new Error('hostile');
          },
        });
      expect(masker.mayControl(field)).to.equal(false);
      expect(masker.value(field, masker.at(field))).to.equal('••••••••');
      JSON.stringify = () => '';
      const off = marked({ pages: [{ at: '/pay', offLimits: true }] });
      expect([off.isOffLimits('/'), off.isOffLimits('/pay')]).to.eql([false, true]);
    } finally {
      JSON.stringify = stringify;
      Object.assign(Element.prototype, { matches, getAttribute });
    }
  });
});
