import { expect } from '@open-wc/testing';
import { PageTeller, type Told } from '../testing/told-page.js';
import { allowedAttribute } from './attributes.js';
import { Player } from './player.js';

// A page of an attacker's against the player alone: without the view's policy, which would stop all of it once more.

declare global {
  interface Window {
    /** What an attack that acted would set. */
    attacked?: string;
  }
}

const CODE = "(top||self).attacked='yes';parent.attacked='yes'";
/** An address that the test's own server would be asked for. */
const AT = `${location.origin}/attack/`;

const attack = (body: readonly Told[], head: readonly Told[] = []) => {
  const stage = document.createElement('div');
  document.body.append(stage);
  const said: string[] = [];
  const player = new Player(stage, { paged: () => said.push('paged'), pointed: () => undefined, lost: () => said.push('lost') });
  const teller = new PageTeller(player);
  teller.fresh(body, { head, page: { base: AT, address: AT } });
  const content = () => player.frame!.contentDocument!;
  return { player, teller, said, content, body: () => content().querySelector('body')! };
};

/** Long enough for whatever acts to have acted: frames are painted, and a picture was fetched that was asked for last. */
async function settled(content: Document): Promise<string[]> {
  const image = content.createElement('img');
  image.src = `${location.origin}/last.png?${String(Math.random())}`;
  content.querySelector('body')!.append(image);
  await new Promise((resolve) => {
    image.addEventListener('error', resolve);
    image.addEventListener('load', resolve);
  });
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
  const asked = (window: Window): string[] => [
    ...window.performance.getEntriesByType('resource').map(({ name }) => name),
    ...Array.from({ length: window.length }, (_, index) => asked(window[index] as Window)).flat(),
  ];
  return [...asked(content.defaultView!), ...asked(window)].filter((name) => name.includes('/attack/'));
}

describe('a customer’s page that attacks the agent', () => {
  afterEach(() => {
    document.body.replaceChildren();
    delete window.attacked;
  });

  it('COB 6 runs no script, however it is said', async () => {
    const { content, player, teller, body } = attack(
      [
        ['script', {}, CODE],
        ['SCRIPT', { src: `${AT}x.js` }],
        ['img', { src: 'x:', onerror: CODE, ONLOAD: CODE, 'onerror ': CODE }],
        ['body', { onload: CODE, onpageshow: CODE }],
        [
          'svg:svg',
          { onload: CODE },
          ['svg:script', { href: `${AT}x.js` }, CODE],
          ['svg:style', { onload: CODE }],
          ['svg:SCRIPT', {}, CODE],
        ],
        [
          'svg:svg',
          {},
          [
            'svg:a',
            { 'xlink:href': `javascript:${CODE}`, id: 'svg-link' },
            ['svg:animate', { attributeName: 'href', to: `javascript:${CODE}` }],
          ],
        ],
        ['svg:svg', {}, ['svg:set', { attributeName: 'onclick', to: CODE }], ['svg:set', { attributeName: ' xlink:href', to: CODE }]],
        ['math:math', {}, ['math:script', {}, CODE], ['math:mi', { href: `javascript:${CODE}`, 'xlink:href': `javascript:${CODE}` }, 'x']],
        ['a', { id: 'link', href: `jav\tascript:${CODE}`, ping: AT, target: '_top' }, 'x'],
        ['a', { href: `data:text/html,<script>${CODE}</script>`, id: 'data' }, 'x'],
        ['details', { open: '', ontoggle: CODE }],
        ['input', { autofocus: '', onfocus: CODE }],
        ['video', {}, ['source', { onerror: CODE, src: 'javascript:1' }]],
        ['marquee', { onstart: CODE }],
        ['x-shop', { is: 'x-shop', onclick: CODE }],
      ],
      [['script', { type: 'module' }, CODE]],
    );
    for (const tag of ['x:script', 'svg:script', 'script ']) {
      player.element(teller.newId(), teller.id('link'), 0, 'html', tag, ['src', `${AT}x.js`]);
      player.element(teller.newId(), teller.id('link'), 0, 'svg', tag, ['href', `${AT}x.js`]);
    }
    player.attribute(teller.id('link'), 'onclick', CODE);
    player.attribute(teller.id('link'), 'HREF', `javascript:${CODE}`);
    for (const id of ['link', 'data']) (content().getElementById(id) as HTMLElement).click();
    const all = [...content().querySelectorAll('*')];
    expect(all.filter((each) => /ScriptElement/.test(Object.prototype.toString.call(each)))).to.deep.equal([]);
    const written = all
      .flatMap((each) => [...each.attributes])
      .filter(({ name, value }) => /^on|^is$|^ping|^target|^autofocus/i.test(name) || /javascript:|text\/html/.test(value));
    expect(written.map(({ name }) => name)).to.deep.equal([]);
    expect(await settled(content())).to.deep.equal([]);
    expect(window.attacked).to.equal(undefined);
    expect(document.activeElement).to.equal(document.body);
    expect(body().isConnected).to.equal(true);
  });

  it('COB 6 leads nowhere, and loads no other document', async () => {
    const { content, said, teller, player } = attack(
      [
        [
          'iframe',
          { id: 'frame', src: `${AT}frame`, srcdoc: `<script>${CODE}</script>`, name: '_top', sandbox: 'allow-scripts', allow: 'camera' },
        ],
        ['object', { data: `${AT}object`, type: 'text/html' }, ['p', {}, 'x']],
        ['embed', { src: `${AT}embed`, type: 'text/html' }],
        ['applet', { code: `${AT}applet`, archive: `${AT}applet` }],
        ['frameset', {}, ['frame', { src: `${AT}frame2` }]],
        ['portal', { src: `${AT}portal` }],
        ['fencedframe', { src: `${AT}fenced` }],
        [
          'form',
          { id: 'form', action: `${AT}form`, method: 'post', target: '_top' },
          ['button', { id: 'send', formaction: `${AT}button`, name: 'a' }, 'Go'],
        ],
        ['button', { popovertarget: 'x', commandfor: 'x', command: 'show-modal' }],
      ],
      [
        ['meta', { 'http-equiv': 'refresh', content: `0;url=${AT}meta` }],
        ['meta', { 'http-equiv': 'Content-Security-Policy', content: 'img-src *' }],
        ['base', { href: `${AT}base/`, target: '_top' }],
      ],
    );
    player.attribute(teller.id('frame'), 'sandbox', null);
    player.attribute(teller.id('frame'), 'sandbox', 'allow-scripts allow-same-origin allow-top-navigation');
    player.attribute(teller.id('frame'), 'src', `javascript:${CODE}`);
    (content().getElementById('send') as HTMLElement).click();
    (content().getElementById('form') as HTMLFormElement).requestSubmit();
    expect(content().querySelectorAll('meta, base, object, embed, applet, frameset, frame, portal, fencedframe')).to.have.length(0);
    const frame = content().querySelector('iframe')!;
    expect(frame.getAttributeNames().sort()).to.deep.equal(['credentialless', 'id', 'referrerpolicy', 'sandbox', 'tabindex']);
    expect(frame.getAttribute('sandbox')).to.equal('allow-same-origin');
    expect(await settled(content())).to.deep.equal([]);
    expect([window.attacked, said]).to.deep.equal([undefined, ['paged']]);
  });

  it('COB 6 asks for nothing that rules or links name', async () => {
    const links = [
      'preload',
      'prefetch',
      'dns-prefetch',
      'preconnect',
      'modulepreload',
      'manifest',
      'icon',
      'stylesheet',
      'alternate stylesheet',
      'import',
    ];
    const { content, player, teller } = attack(
      [
        ['p', { id: 'p', style: `--x: 1; @import "${AT}style.css"` }, 'x'],
        ['input', { type: 'image', src: 'data:text/html,x' }],
      ],
      [
        ['style', { id: 'style' }, `@import "${AT}text.css";`],
        ...links.map((rel): Told => ['link', { rel, href: `${AT}${rel}`, as: 'style' }]),
      ],
    );
    player.sheet(
      teller.id('style'),
      `@import url(${AT}1.css); @\\69mport "${AT}2.css"; @import/**/"${AT}3.css";
       @charset "x"; @namespace x url(${AT}4);
       p { color: rgb(1, 2, 3); background: u\\72l(${AT}5.png) } @unknown { p { background: url(${AT}6.png) } }
       p { background: image(${AT}7.png); background: src("${AT}8.png") }`,
    );
    player.sheet(-1, `@import "${AT}9.css"; p { width: 10px }`);
    player.adopted(1, [-1]);
    const { color, width } = content().defaultView!.getComputedStyle(content().getElementById('p')!);
    expect([color, width]).to.deep.equal(['rgb(1, 2, 3)', '10px']);
    expect(content().querySelectorAll('link')).to.have.length(0);
    expect(await settled(content())).to.deep.equal([]);
  });

  it('COB 6 names of fields hide nothing that the player builds with', () => {
    const names =
      'insertBefore setAttribute removeAttribute parentNode childNodes firstChild ownerDocument nodeType attachShadow replaceChildren style id'.split(
        ' ',
      );
    const { content, teller, player } = attack([
      ['form', { id: 'form' }, ...names.map((name): Told => ['input', { name, id: name }])],
      ...[
        'createElement',
        'createTextNode',
        'documentElement',
        'body',
        'defaultView',
        'adoptedStyleSheets',
        'elementFromPoint',
        'scrollingElement',
        'document',
      ].map((name): Told => ['img', { name, id: name }]),
      ['form', { name: 'createComment', id: 'second' }],
    ]);
    teller.tell(['p', { id: 'p' }, 'after'], teller.id('form'));
    player.attribute(teller.id('form'), 'class', 'x');
    player.adopted(1, [-1]);
    player.scrolled(1, 0, 0);
    player.pointer(5, 5, false);
    player.settle();
    const form = Document.prototype.getElementById.call(content(), 'form')!;
    expect(Element.prototype.getAttribute.call(form, 'class')).to.equal('x');
    expect(Document.prototype.getElementById.call(content(), 'p')?.textContent).to.equal('after');
    player.blank(teller.id('form'), 10, 10);
    player.removed(teller.id('form'));
    expect(player.nodeOf(teller.id('p'))).to.equal(undefined);
  });

  it('COB 6 a text is never read as HTML, wherever it stands', () => {
    const markup = '</style></noscript></textarea></title><img src=x onerror=alert(1)>';
    const holders = [
      'style',
      'noscript',
      'textarea',
      'template',
      'title',
      'xmp',
      'iframe',
      'noembed',
      'plaintext',
      'p',
      'svg:title',
      'math:mtext',
    ];
    const { content } = attack(holders.map((tag): Told => [tag, {}, markup]));
    expect(content().querySelectorAll('img')).to.have.length(0);
    expect(content().querySelector('p')?.textContent).to.equal(markup);
    // What shows where nothing runs does not show on the customer's page.
    expect(content().body.innerText.match(/onerror/g)).to.have.length(4);
  });

  it('COB 6 a page that is too much is left out from there on', () => {
    const { player, teller, content } = attack([['div', { id: 'top' }]]);
    let parent = teller.id('top');
    for (let depth = 0; depth < 2_000; depth++) parent = teller.tell(['div'], parent);
    let deepest = 0;
    for (let at = content().getElementById('top'); at; at = at.firstElementChild as HTMLElement | null) deepest++;
    expect(deepest).to.be.within(300, 400);
    // Nor by moving one deep part into another.
    const other = teller.tell(['div'], teller.id('body'));
    let below = other;
    for (let depth = 0; depth < 300; depth++) below = teller.tell(['div'], below);
    player.moved(teller.id('top'), below, 0);
    expect(content().getElementById('top')).to.equal(null);
    for (let frame = 0; frame < 200; frame++) teller.tell(['iframe'], teller.id('body'));
    expect(content().querySelectorAll('iframe').length).to.be.at.most(100);
  });

  it('COB 6 pictures that would not fit into the agent’s memory are left out', () => {
    const place = { namespace: 'html', tag: 'img', base: AT } as const;
    const png = (width: number, height: number): string => {
      const bytes = new Uint8Array(40);
      bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      new DataView(bytes.buffer).setUint32(16, width);
      new DataView(bytes.buffer).setUint32(20, height);
      return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
    };
    expect(allowedAttribute('src', png(100, 100), place)).to.be.a('string');
    expect(allowedAttribute('src', png(60_000, 60_000), place)).to.equal(null);
    expect(allowedAttribute('src', 'data:image/tiff;base64,SUkqAA==', place)).to.equal(null);
    expect(allowedAttribute('srcset', `${png(60_000, 60_000)} 2x, /a.png 1x`, place)).to.equal(`${location.origin}/a.png 1x`);
  });
});
