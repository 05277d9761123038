import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { handOver } from '../testing/shown-by-hand.js';

type Given = Awaited<ReturnType<typeof handOver>>;

describe('typing for the customer', () => {
  let view: Given | undefined;
  /** In control, and the field was clicked. */
  const on = async (markup: string) => {
    view = await handOver(
      `<style>body > * { position: absolute; left: 0; top: 0; width: 200px; height: 40px; margin: 0 }</style>${markup}`,
    );
    view.hand.use('control');
    view.click(50, 20);
    view.said.length = 0;
    return view;
  };
  afterEach(() => view?.close());
  const texts = () => view!.acts().map((act) => (act.kind === 'type' ? act.text : act.kind === 'key' ? act.key : act.kind));
  const own = () => view!.marks.querySelector('textarea')!;
  const done = () => {
    for (const word of view!.said) if (word.type === 'act') view!.hand.hear({ type: 'done', id: word.id });
  };

  it('COB 5 what is typed goes over whole, once a picture, to the field that was clicked', async () => {
    const { draw, node, acts } = await on('<input value="Dear ">');
    await sendKeys({ type: 'Ada' });
    draw();
    expect(acts()).to.deep.equal([{ kind: 'type', node: node('input'), text: 'Dear Ada' }]);
    await sendKeys({ press: 'Backspace' });
    draw();
    expect(texts()).to.deep.equal(['Dear Ada', 'Dear Ad']);
  });

  it('COB 5 the caret goes where it is put, and what is pasted is pasted', async () => {
    const { draw } = await on('<input value="Ada">');
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ type: 'l' });
    draw();
    expect(texts()).to.deep.equal(['Adla']);
  });

  it('COB 5 a sign that is being composed is sent when it is one', async () => {
    const { draw } = await on('<input>');
    const field = own();
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    field.value = 'に';
    field.dispatchEvent(new InputEvent('input'));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
    draw();
    draw(2_000);
    expect([texts(), field.value]).to.deep.equal([[], 'に']);
    field.value = '日本';
    field.dispatchEvent(new CompositionEvent('compositionend'));
    draw();
    expect(texts()).to.deep.equal(['日本']);
  });

  it('COB 5 Enter and Tab come after what was typed before them', async () => {
    const { acts, node } = await on('<input>');
    await sendKeys({ type: 'Ada' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    expect(texts()).to.deep.equal(['Ada', 'Enter', 'Tab']);
    expect(new Set(acts().map((act) => act.node))).to.deep.equal(new Set([node('input')]));
  });

  it('COB 5 Enter breaks a line where a field has several', async () => {
    const { draw } = await on('<textarea></textarea>');
    await sendKeys({ type: 'a' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'b' });
    draw();
    expect(texts()).to.deep.equal(['a\nb']);
  });

  it('COB 5 the agent’s own shortcuts stay with the agent, and so does the way out', async () => {
    await on('<input value="Ada">');
    await sendKeys({ press: 'Control+a' });
    const out = new KeyboardEvent('keydown', { key: 'Tab', shiftKey: true, cancelable: true });
    own().dispatchEvent(out);
    expect([texts(), out.defaultPrevented]).to.deep.equal([[], false]);
  });

  it('COB 5 keys go to what has the customer’s focus, where nothing is typed', async () => {
    const { player, node, acts } = await on('<button>Go</button>');
    player.focusedNode = node('button');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'x' });
    view!.draw();
    expect(acts()).to.deep.equal([{ kind: 'key', node: node('button'), key: 'Enter' }]);
    expect(own().value).to.equal('');
  });

  it('COB 5 follows the customer’s focus to the next field', async () => {
    const { player, node, acts, draw, find } = await on('<input id="a" value="1"><input id="b" value="2" style="top: 100px">');
    find('#b').value = 'two';
    player.focusedNode = node('#b');
    draw();
    await sendKeys({ type: '!' });
    draw();
    expect(acts()).to.deep.equal([{ kind: 'type', node: node('#b'), text: 'two!' }]);
  });

  it('COB 5 an echo of what was typed is no news, what the page makes of it is', async () => {
    const { draw, find } = await on('<input>');
    await sendKeys({ type: '1' });
    draw();
    await sendKeys({ type: '2' });
    draw();
    done();
    find('input').value = '1';
    draw();
    draw(500);
    expect(own().value).to.equal('12');
    find('input').value = '1-2-';
    draw();
    draw(200);
    expect(own().value).to.equal('1-2-');
    await sendKeys({ type: '3' });
    draw();
    expect(texts()).to.deep.equal(['1', '12', '1-2-3']);
  });

  it('COB 5 what the customer types themselves is gone on with', async () => {
    const { draw, find } = await on('<input value="Ad">');
    find('input').value = 'Ada';
    draw();
    draw(200);
    await sendKeys({ type: ' L' });
    draw();
    expect(texts()).to.deep.equal(['Ada L']);
  });

  it('COB 5 what the page would not have is not sent again with the next sign', async () => {
    const { draw, hand, said } = await on('<input value="1">');
    await sendKeys({ type: 'x' });
    draw();
    const act = said.find((word) => word.type === 'act')!;
    hand.hear({ type: 'refused', id: act.id, why: 'not-possible' });
    await sendKeys({ type: '2' });
    draw();
    expect(texts()).to.deep.equal(['1x', '12']);
  });

  it('COB 5 what the page drops without a word is dropped here, too, in a while', async () => {
    const { draw } = await on('<input value="1">');
    await sendKeys({ type: 'x' });
    draw();
    draw(5_000);
    expect(own().value, 'it may be on its way').to.equal('1x');
    done();
    draw(1_100);
    expect(own().value).to.equal('1');
  });

  it('COB 5 what is typed last is sent, though control is left at once', async () => {
    const { hand } = await on('<input>');
    await sendKeys({ type: 'Ada' });
    hand.use('point');
    expect(texts()).to.deep.equal(['Ada']);
    expect(document.activeElement).to.equal(document.body);
  });
});
