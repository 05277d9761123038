import { expect } from '@open-wc/testing';
import { handOver } from '../testing/shown-by-hand.js';
import { readAgentWord } from '../words-check.js';

type Given = Awaited<ReturnType<typeof handOver>>;

describe('the agent’s hand in the view', () => {
  let view: Given | undefined;
  const on = async (markup: string, scale?: number) => (view = await handOver(markup, scale));
  afterEach(() => {
    // Whatever a hand says is a word.
    for (const word of view?.said ?? []) expect(readAgentWord(JSON.parse(JSON.stringify(word)))).to.deep.equal(word);
    view?.close();
  });

  it('COB 5 only looks, and says nothing', async () => {
    const { click, pointer, draw, said } = await on('<button>Go</button>');
    pointer('pointermove', 10, 10);
    click(10, 10);
    draw();
    expect(said).to.deep.equal([]);
  });

  it('COB 5 points in the customer’s own measure, once a picture, and says when it points no more', async () => {
    const { hand, pointer, draw, said } = await on('<p>Text</p>', 0.5);
    hand.use('point');
    for (const x of [100, 150, 200]) pointer('pointermove', x, 50);
    expect(said).to.deep.equal([]);
    draw();
    expect(said).to.deep.equal([{ type: 'point', x: 200, y: 50 }]);
    pointer('pointermove', 600, 50);
    expect(said.at(-1)).to.deep.equal({ type: 'point-away' });
    pointer('pointerleave', 600, 50);
    draw();
    expect(said).to.have.length(2);
  });

  it('COB 5 a place that was left is not pointed to with the next picture', async () => {
    const { hand, pointer, draw, said } = await on('<p>Text</p>');
    hand.use('point');
    pointer('pointermove', 20, 20);
    hand.use('draw');
    draw();
    expect(said).to.deep.equal([{ type: 'point-away' }]);
  });

  it('COB 5 draws while it is pressed, each stroke by its number, and sees it itself', async () => {
    const { hand, pointer, draw, said, marks } = await on('<p>Text</p>');
    hand.use('draw');
    pointer('pointermove', 1, 1, { pointerId: 1 });
    const stroke = (...way: [number, number][]) => {
      const [first, ...rest] = way;
      hand.use('draw');
      pointer('pointerdown', ...first!, { pointerId: 1 });
      for (const [x, y] of rest) pointer('pointermove', x, y, { pointerId: 1 });
      pointer('pointerup', 0, 0, { pointerId: 1 });
    };
    stroke([10, 10], [20, 20], [30, 10]);
    stroke([50, 50], [60, 60]);
    draw();
    expect(said).to.deep.equal([
      { type: 'draw', stroke: 1, points: [10, 10, 20, 20, 30, 10] },
      { type: 'draw', stroke: 2, points: [50, 50, 60, 60] },
    ]);
    expect(marks.querySelectorAll('polyline')).to.have.length(2);
    hand.erase();
    expect(marks.querySelectorAll('polyline')).to.have.length(0);
  });

  it('COB 5 highlights what is clicked', async () => {
    const { hand, click, said, node, marks } = await on('<button style="width: 80px; height: 30px">Go</button>');
    hand.use('highlight');
    click(20, 10);
    expect(said).to.deep.equal([{ type: 'highlight', node: node('button') }]);
    const box = marks.querySelector<HTMLElement>('.box:not([data-aimed])')!;
    expect([box.hidden, box.style.width]).to.deep.equal([false, '80px']);
    hand.erase();
    expect(box.hidden).to.equal(true);
  });

  it('COB 5 clicks where it clicks, in control alone', async () => {
    const { hand, click, acts, node } = await on('<button style="width: 80px; height: 40px">Go</button>', 0.5);
    hand.use('point');
    click(20, 10);
    expect(acts()).to.deep.equal([]);
    hand.use('control');
    click(20, 10);
    expect(acts()).to.deep.equal([{ kind: 'click', node: node('button'), x: 0.25, y: 0.25 }]);
  });

  it('COB 5 in control the customer sees the agent’s pointer, too', async () => {
    const { hand, pointer, draw, said } = await on('<p>Text</p>');
    hand.use('control');
    pointer('pointermove', 30, 30);
    draw();
    expect(said).to.deep.equal([{ type: 'point', x: 30, y: 30 }]);
  });

  it('COB 5 shows where nothing is to be had: passwords, files, and what the customer’s side kept', async () => {
    const { hand, pointer, click, surface, said } = await on(
      '<style>body > * { display: block; height: 30px; width: 200px; margin: 0; padding: 0; border: 0 } body > style { display: none }</style><input><input type="password"><button>Go</button><p>Text</p>',
    );
    hand.use('control');
    const cursors = () =>
      [10, 40, 70, 100].map((y) => {
        pointer('pointermove', 10, y);
        return surface.style.cursor;
      });
    expect(cursors()).to.deep.equal(['text', 'not-allowed', 'pointer', 'default']);
    click(10, 70);
    const act = said.find((word) => word.type === 'act')!;
    hand.hear({ type: 'refused', id: act.id, why: 'masked' });
    expect(cursors()).to.deep.equal(['text', 'not-allowed', 'not-allowed', 'default']);
    hand.use('look');
    expect(surface.style.cursor).to.equal('');
  });

  it('COB 5 turns of the wheel add up, for the innermost that can go there, then for what is around it', async () => {
    const { hand, draw, acts, surface, node } = await on(
      '<div style="height: 100px; overflow: auto"><p style="height: 250px; margin: 0"></p></div><p style="height: 900px">',
    );
    const turn = (deltaY: number) => {
      const event = new WheelEvent('wheel', { deltaY, clientX: 50, clientY: 60, cancelable: true });
      surface.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(turn(40)).to.equal(false);
    hand.use('control');
    expect(turn(40)).to.equal(true);
    turn(60);
    draw();
    turn(300);
    draw();
    expect(acts()).to.deep.equal([
      { kind: 'scroll', node: node('div'), x: 0, y: 100 },
      { kind: 'scroll', node: node('div'), x: 0, y: 150 },
    ]);
  });

  it('COB 5 the wheel moves the page where the list under it is at its end, and the list again where it is not', async () => {
    const { hand, draw, acts, surface, find, node } = await on(
      '<div style="height: 100px; overflow: auto"><p style="height: 250px; margin: 0"></p></div><p style="height: 900px">',
    );
    hand.use('control');
    find('div').scrollTop = 150;
    surface.dispatchEvent(new WheelEvent('wheel', { deltaY: 2, deltaMode: 1, clientX: 50, clientY: 60 }));
    draw();
    find('div').scrollTop = 20;
    surface.dispatchEvent(new WheelEvent('wheel', { deltaY: -50, clientX: 50, clientY: 60 }));
    draw();
    expect(acts()).to.deep.equal([
      { kind: 'scroll', node: 1, x: 0, y: 80 },
      { kind: 'scroll', node: node('div'), x: 0, y: 0 },
    ]);
  });

  it('COB 5 a finger scrolls when it goes, and clicks when it does not', async () => {
    const { hand, pointer, click, draw, acts } = await on('<p style="height: 2000px; margin: 0">Text</p>');
    hand.use('control');
    const touch = { pointerType: 'touch', pointerId: 3 };
    pointer('pointerdown', 50, 200, touch);
    for (const y of [199, 180, 150]) pointer('pointermove', 50, y, { ...touch, buttons: 1 });
    pointer('pointerup', 50, 150, touch);
    pointer('click', 50, 150, touch);
    draw();
    expect(acts()).to.deep.equal([{ kind: 'scroll', node: 1, x: 0, y: 50 }]);
    click(50, 100, touch);
    expect(acts().map(({ kind }) => kind)).to.deep.equal(['scroll', 'click']);
  });

  it('COB 5 a select is chosen from here, in its own place', async () => {
    const { hand, click, acts, node, marks } = await on(
      '<select style="position: absolute; left: 20px; top: 30px; width: 100px; height: 30px"><option>a<option disabled>b<option>c</select>',
    );
    hand.use('control');
    click(30, 40);
    const picker = marks.querySelector('select')!;
    expect([...picker.options].map(({ text, disabled }) => [text, disabled])).to.deep.equal([
      ['a', false],
      ['b', true],
      ['c', false],
    ]);
    expect([picker.style.left, picker.style.width]).to.deep.equal(['20px', '100px']);
    picker.selectedIndex = 2;
    picker.dispatchEvent(new Event('change'));
    expect(acts().at(-1)).to.deep.equal({ kind: 'choose', node: node('select'), options: [2] });
    expect(marks.querySelector('select')).to.equal(null);
  });

  it('COB 5 of a list of several each click is one more or one less', async () => {
    const { hand, click, acts, node } = await on(
      '<select multiple size="3" style="position: absolute; left: 0; top: 0; width: 100px"><option selected>a<option>b<option>c</select>',
    );
    const size = view!.find('option').getBoundingClientRect();
    hand.use('control');
    click(20, size.top + size.height * 1.5);
    click(20, size.top + size.height * 0.5);
    expect(acts()).to.deep.equal([
      { kind: 'choose', node: node('select'), options: [0, 1] },
      { kind: 'choose', node: node('select'), options: [] },
    ]);
  });

  it('COB 5 a date is picked from here', async () => {
    const { hand, click, acts, node, marks } = await on('<input type="date" min="2026-01-01" value="2026-02-03">');
    hand.use('control');
    click(20, 10);
    const picker = marks.querySelector<HTMLInputElement>('input')!;
    expect([picker.type, picker.value, picker.min]).to.deep.equal(['date', '2026-02-03', '2026-01-01']);
    picker.value = '2026-03-04';
    picker.dispatchEvent(new Event('change'));
    expect(acts().at(-1)).to.deep.equal({ kind: 'type', node: node('input'), text: '2026-03-04' });
    hand.use('look');
    expect(marks.querySelector('input')).to.equal(null);
  });

  it('COB 5 a slider goes where it is dragged to', async () => {
    const { hand, pointer, acts } = await on(
      '<input type="range" min="10" max="20" style="position: absolute; left: 0; top: 0; width: 200px; margin: 0">',
    );
    hand.use('control');
    pointer('pointerdown', 0, 8, { buttons: 1 });
    pointer('pointermove', 104, 8, { buttons: 1 });
    pointer('pointermove', 390, 8, { buttons: 1 });
    pointer('pointerup', 390, 8);
    pointer('pointermove', 50, 8);
    expect(acts().map((act) => act.kind === 'type' && act.text)).to.deep.equal(['10', '15', '20']);
  });

  it('COB 5 leaves nothing behind', async () => {
    const { hand, marks, click, said } = await on('<button>Go</button>');
    hand.use('control');
    hand.close();
    expect(marks.childElementCount).to.equal(0);
    const count = said.length;
    click(5, 5);
    expect(said).to.have.length(count);
  });
});
