import { expect } from '@open-wc/testing';
import { AT, CODE, attack, settled } from '../testing/attacked.js';
import type { Told } from '../testing/told-page.js';

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
    expect(all.filter((each) => Object.prototype.toString.call(each).includes('ScriptElement'))).to.deep.equal([]);
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
});
