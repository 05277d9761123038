import { expect, waitUntil } from '@open-wc/testing';
import type { AgentWord } from '../words.js';
import { Marks } from './marks.js';

/** What the browser draws is looked at from outside: the marks' own root is closed to every script, and to the tests. */
describe('what the agent shows on the customer’s page', () => {
  let marks: Marks;
  let nodes: Node[] = [];
  let due: Map<number, () => void>;
  let root: ShadowRoot;
  let raise = () => {};
  const attach = HTMLElement.prototype.attachShadow;

  beforeEach(async () => {
    due = new Map();
    raise = () => {};
    let last = 0;
    HTMLElement.prototype.attachShadow = function (init) {
      return (root = attach.call(this, init));
    };
    marks = new Marks({
      name: 'Ana Ruiz',
      raised: () => raise(),
      nodeOf: (id) => nodes[id - 1],
      timers: {
        setTimeout: (run) => {
          due.set(++last, run);
          return last;
        },
        clearTimeout: (timer) => due.delete(timer as number),
      },
    });
    HTMLElement.prototype.attachShadow = attach;
    // What draws comes with the first drawing.
    await import('./drawings.js');
    says({ type: 'draw', stroke: 0, points: [] });
    await waitUntil(() => root.querySelector('polyline'));
    marks.close();
  });
  afterEach(() => {
    marks.close();
    document.querySelector('#page')?.remove();
    scrollTo(0, 0);
  });

  const on = (markup: string) => {
    const page = document.createElement('main');
    page.id = 'page';
    page.innerHTML = markup;
    document.body.append(page);
    nodes = [...page.querySelectorAll('*')];
    return page;
  };
  const host = () => document.querySelector<HTMLElement>('deskbell-marks');
  const part = (selector: string) => root.querySelector<HTMLElement>(selector)!;
  const says = (...words: AgentWord[]) => {
    for (const word of words) marks.hear(word);
  };
  const frame = () => new Promise(requestAnimationFrame);
  const ring = () => {
    const timers = [...due.values()];
    due.clear();
    for (const run of timers) run();
  };

  it('COB 5 shows where the agent points, with their name, till they point no more', () => {
    expect(host()).to.equal(null);
    says({ type: 'point', x: 40, y: 60 });
    const { x, y } = part('.pointer').getBoundingClientRect();
    expect([x, y]).to.deep.equal([40, 60]);
    expect(part('.pointer span').textContent).to.equal('Ana Ruiz');
    expect(part('.pointer').checkVisibility()).to.equal(true);
    says({ type: 'point-away' });
    expect(part('.pointer').checkVisibility()).to.equal(false);
  });

  it('COB 5 the name stays on the screen', () => {
    says({ type: 'point', x: innerWidth - 4, y: innerHeight - 4 });
    const { right, bottom } = part('.pointer span').getBoundingClientRect();
    expect(right).to.be.at.most(innerWidth);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('COB 5 a stroke is drawn, stays with the page when that scrolls, and goes by itself', () => {
    on('<p style="height: 3000px">Text</p>');
    says({ type: 'draw', stroke: 1, points: [10, 100, 50, 140] });
    const line = root.querySelector('polyline')!;
    const top = line.getBoundingClientRect().top;
    scrollTo(0, 30);
    dispatchEvent(new Event('scroll'));
    expect(line.getBoundingClientRect().top).to.equal(top - 30);
    says({ type: 'draw', stroke: 1, points: [60, 140] });
    expect([...line.points].map(({ x, y }) => [x, y])).to.deep.equal([
      [10, 100],
      [50, 140],
      [60, 170],
    ]);
    ring();
    expect(line.classList.contains('fading')).to.equal(true);
    ring();
    expect(root.querySelector('polyline')).to.equal(null);
    expect(due.size).to.equal(0);
  });

  it('COB 5 a stroke that goes on while it fades is whole again', () => {
    says({ type: 'draw', stroke: 1, points: [1, 1] });
    ring();
    says({ type: 'draw', stroke: 1, points: [2, 2] });
    expect(root.querySelector('polyline')!.classList.contains('fading')).to.equal(false);
  });

  it('COB 5 no more is drawn than a page can bear', () => {
    for (let stroke = 0; stroke < 200; stroke++) says({ type: 'draw', stroke, points: [stroke, 1] });
    expect(root.querySelectorAll('polyline')).to.have.length(40);
    expect(root.querySelector('polyline')!.points[0]!.x).to.equal(160);
    for (let i = 0; i < 30; i++) says({ type: 'draw', stroke: 199, points: Array.from({ length: 512 }, () => 7) });
    expect(root.querySelector('polyline:last-of-type')).to.have.property('points').with.property('numberOfItems', 2_000);
    says({ type: 'erase' });
    expect(root.querySelectorAll('polyline')).to.have.length(0);
    expect(due.size).to.equal(0);
  });

  it('COB 5 an element is highlighted, and the frame stays with it however it moves', async () => {
    const page = on('<button style="position: absolute; left: 80px; top: 90px; width: 100px; height: 30px">Here</button>');
    const button = page.querySelector('button')!;
    says({ type: 'highlight', node: 1 });
    const inner = () => {
      const { x, y, width, height } = part('.box').getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    };
    expect(inner()).to.deep.equal([130, 105]);
    button.style.left = '180px';
    await frame();
    await frame();
    expect(inner()).to.deep.equal([230, 105]);
    button.remove();
    await frame();
    await frame();
    expect(part('.box').checkVisibility()).to.equal(false);
  });

  it('COB 5 an element in a frame of the site is highlighted where it is', async () => {
    const page = on('<iframe srcdoc="<body style=margin:0><button style=margin:0>Here" style="border: 9px solid; margin: 20px"></iframe>');
    const inside = page.querySelector('iframe')!;
    await new Promise((resolve) => inside.addEventListener('load', resolve, { once: true }));
    nodes = [inside.contentDocument!.querySelector('button')!];
    says({ type: 'highlight', node: 1 });
    const { left, top } = inside.getBoundingClientRect();
    expect([parseFloat(part('.box').style.left), parseFloat(part('.box').style.top)]).to.deep.equal([left + 9, top + 9]);
  });

  it('COB 5 what is not there is not highlighted', () => {
    says({ type: 'highlight', node: 4_711 });
    expect(part('.box').checkVisibility()).to.equal(false);
  });

  it('COB 5 marks take no click, and nothing in them is read out', () => {
    const page = on('<button style="position: fixed; inset: 0; width: 100%">Here</button>');
    says({ type: 'highlight', node: 1 }, { type: 'point', x: 50, y: 50 }, { type: 'draw', stroke: 1, points: [40, 50, 90, 50] });
    expect(document.elementFromPoint(55, 52)).to.equal(page.querySelector('button'));
    expect(host()!.ariaHidden).to.equal('true');
    expect(getComputedStyle(host()!).pointerEvents).to.equal('none');
  });

  it('COB 5 marks are above what opened before them and after them', async () => {
    const page = on('<dialog>One</dialog><dialog>Two</dialog>');
    const [one, two] = [...page.querySelectorAll('dialog')];
    const toggled = (dialog: Element | undefined) => new Promise((resolve) => dialog!.addEventListener('toggle', resolve, { once: true }));
    one!.showModal();
    await toggled(one);
    says({ type: 'point', x: 5, y: 5 });
    const raised: string[] = [];
    host()!.addEventListener('beforetoggle', (event) => raised.push(event.newState));
    two!.showModal();
    await toggled(two);
    expect(raised).to.deep.equal(['closed', 'open']);
    expect(host()!.matches(':popover-open')).to.equal(true);
  });

  it('COB 5 marks are not above Deskbell’s own: nobody draws over a question, or over Stop', async () => {
    const page = on('<deskbell-banner popover="manual">Stop</deskbell-banner>');
    const banner = page.querySelector('deskbell-banner') as HTMLElement;
    raise = () => {
      banner.hidePopover();
      banner.showPopover();
    };
    banner.showPopover();
    const seen: string[] = [];
    says({ type: 'point', x: 1, y: 1 });
    for (const element of [host()!, banner])
      element.addEventListener('beforetoggle', (event) => seen.push(`${element.localName} ${event.newState}`));
    says({ type: 'draw', stroke: 1, points: [1, 1] });
    await frame();
    await frame();
    expect(seen).to.deep.equal(['deskbell-marks closed', 'deskbell-marks open', 'deskbell-banner closed', 'deskbell-banner open']);
    says({ type: 'draw', stroke: 1, points: [2, 2] });
    expect(seen, 'and a stroke that goes on raises nothing').to.have.length(4);
  });

  it('COB 5 the page’s own rules change nothing about them', () => {
    const style = document.createElement('style');
    style.textContent =
      '* { pointer-events: auto; } deskbell-marks { display: none; pointer-events: auto; opacity: 0; transform: scale(2); }';
    document.head.append(style);
    says({ type: 'point', x: 40, y: 60 });
    const { display, pointerEvents, opacity } = getComputedStyle(host()!);
    expect([display, pointerEvents, opacity]).to.deep.equal(['block', 'none', '1']);
    expect(part('.pointer').getBoundingClientRect().x).to.equal(40);
    style.remove();
  });

  it('COB 6 leaves nothing behind, and no attribute that says what is on the page', () => {
    on('<button>Here</button>');
    says({ type: 'highlight', node: 1 }, { type: 'point', x: 1, y: 1 }, { type: 'draw', stroke: 1, points: [1, 2] });
    expect(host()!.shadowRoot).to.equal(null);
    expect([...host()!.attributes].map(({ name }) => name).sort()).to.deep.equal(['aria-hidden', 'popover']);
    marks.close();
    expect(host()).to.equal(null);
    expect(due.size).to.equal(0);
    says({ type: 'point', x: 9, y: 9 });
    expect(part('.pointer').getBoundingClientRect().x).to.equal(9);
  });
});
