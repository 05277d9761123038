import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { controlled, type Controlled } from '../testing/controlled.js';

describe('control of the customer’s page', () => {
  let here: Controlled | undefined;
  const on = (...given: Parameters<typeof controlled>) => (here = controlled(...given));
  afterEach(() => here?.close());

  const states = ({ said }: Controlled) => said.flatMap((word) => (word.type === 'control' ? [word.state] : []));

  it('COB 5 needs a consent of its own: nothing before it, everything after it, nothing once it is taken back', async () => {
    const { control, type, find, asked, ...rest } = on('<input id="name">', {}, false);
    expect(type('#name', 'Ada')).to.equal('no-consent');

    control.hear({ type: 'control-ask' });
    expect(control.state).to.equal('asked');
    expect(type('#name', 'Ada')).to.equal('no-consent');
    expect(find<HTMLInputElement>('#name').value).to.equal('');

    await asked[0]!.answer(true);
    expect(type('#name', 'Ada')).to.equal('done');
    expect(find<HTMLInputElement>('#name').value).to.equal('Ada');

    control.stop();
    expect(type('#name', 'Eve')).to.equal('no-consent');
    expect(find<HTMLInputElement>('#name').value).to.equal('Ada');
    expect(states({ ...rest, control, type, find, asked })).to.deep.equal(['asked', 'granted', 'none']);
  });

  it('COB 5 a no is a no, and is not asked about again at once', async () => {
    const page = on('<input id="name">', {}, false);
    page.control.hear({ type: 'control-ask' });
    await page.asked[0]!.answer(false);
    expect(page.type('#name', 'Ada')).to.equal('no-consent');

    page.control.hear({ type: 'control-ask' });
    expect(page.asked).to.have.length(1);
    page.clock.now += 31_000;
    page.control.hear({ type: 'control-ask' });
    expect(page.asked).to.have.length(2);
    expect(states(page)).to.deep.equal(['asked', 'refused', 'refused', 'asked']);
  });

  it('COB 5 asks once, however often the agent asks', () => {
    const page = on('', {}, false);
    for (let i = 0; i < 5; i++) page.control.hear({ type: 'control-ask' });
    expect(page.asked).to.have.length(1);
  });

  it('COB 5 what was taken back while it was asked is not granted by a late yes', async () => {
    const page = on('<input id="name">', {}, false);
    page.control.hear({ type: 'control-ask' });
    page.control.hear({ type: 'control-leave' });
    expect(page.asked[0]!.signal.aborted).to.equal(true);
    await page.asked[0]!.answer(true);
    expect(page.control.state).to.equal('none');
    expect(page.type('#name', 'Ada')).to.equal('no-consent');
  });

  it('COB 5 is closed with the page: a yes that comes then grants nothing', async () => {
    const page = on('<input id="name">', {}, false);
    page.control.hear({ type: 'control-ask' });
    page.control.close();
    await page.asked[0]!.answer(true);
    expect(page.control.state).to.equal('none');
  });

  it('COB 5 a dialog of consent that breaks is a no', async () => {
    const page = on('', { ask: () => Promise.reject(new Error('no room')) }, false);
    page.control.hear({ type: 'control-ask' });
    await new Promise(requestAnimationFrame);
    expect(page.control.state).to.equal('refused');
  });

  it('COB 5 a workspace without control asks nobody and does nothing', () => {
    const page = on('<input id="name">', { rules: { control: false } });
    expect(page.control.state).to.equal('none');
    page.control.hear({ type: 'control-ask' });
    expect(page.asked).to.have.length(0);
    expect(states(page)).to.deep.equal(['not-allowed']);
    expect(page.type('#name', 'Ada')).to.equal('no-consent');
  });

  it('COB 6 does nothing on a page that is off limits', () => {
    let isOffLimits = false;
    const page = on('<input id="name">', {
      masker: {
        mayControl: () => true,
        isBlocked: () => false,
        at: () => 0,
        isOffLimits: (address) => isOffLimits && address === location.href,
      },
    });
    expect(page.type('#name', 'Ada')).to.equal('done');
    isOffLimits = true;
    expect(page.type('#name', 'Eve')).to.equal('off-limits');
    expect(page.find<HTMLInputElement>('#name').value).to.equal('Ada');
  });

  it('COB 5 is no faster than a hand could be', () => {
    const page = on('<input id="name">');
    const type = (text: string) => {
      page.control.hear({ type: 'act', id: 1, act: { kind: 'type', node: page.idOf(page.find('#name')), text } });
      return page.said.at(-1);
    };
    for (let i = 0; i < 120; i++) expect(type(String(i))).to.deep.equal({ type: 'done', id: 1 });
    expect(type('too much')).to.deep.equal({ type: 'refused', id: 1, why: 'too-fast' });
    expect(page.find<HTMLInputElement>('#name').value).to.equal('119');
    page.clock.now += 1_000;
    expect(type('again')).to.deep.equal({ type: 'done', id: 1 });
  });

  it('COB 5 the customer’s own keys win', async () => {
    const page = on('<input id="name"><input id="own">');
    page.find('#own').focus();
    await sendKeys({ press: 'x' });
    page.clock.now -= 600;
    expect(page.type('#name', 'Ada')).to.equal('own-hand');
    expect(page.find<HTMLInputElement>('#own').value).to.equal('x');
    expect(page.find<HTMLInputElement>('#name').value).to.equal('');
    page.clock.now += 1_000;
    expect(page.type('#name', 'Ada')).to.equal('done');
  });

  it('COB 5 the customer’s own pointer and wheel win; a pointer that only moves does not', async () => {
    const page = on('<input id="name">');
    await sendMouse({ type: 'move', position: [300, 300] });
    expect(page.type('#name', 'Ada')).to.equal('done');
    await sendMouse({ type: 'click', position: [300, 300] });
    page.clock.now -= 600;
    expect(page.type('#name', 'Eve')).to.equal('own-hand');
    page.clock.now += 1_000;
    expect(page.type('#name', 'Eve')).to.equal('done');
  });

  it('COB 5 the customer’s hand in a frame of the page wins, too', async () => {
    const page = on('<iframe srcdoc="<input id=inner autofocus>"></iframe><input id="name">');
    const frame = page.find<HTMLIFrameElement>('iframe');
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const { left, top } = frame.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left) + 20, Math.round(top) + 20] });
    page.clock.now -= 600;
    expect(page.type('#name', 'Ada')).to.equal('own-hand');
    page.clock.now += 1_600;
    await sendKeys({ press: 'x' });
    page.clock.now -= 600;
    expect(page.type('#name', 'Ada')).to.equal('own-hand');
  });

  it('COB 5 what the agent does is not taken for the customer’s own hand', () => {
    const page = on('<input id="name"><div id="note" contenteditable>Dear</div>');
    expect(page.type('#name', 'Ada')).to.equal('done');
    page.clock.now -= 600;
    expect(page.type('#note', 'Dear Ada')).to.equal('done');
    page.clock.now -= 600;
    expect(page.click('#name')).to.equal('done');
  });

  it('COB 5 a script’s button gets no power from the customer’s own click before', () => {
    const page = on(
      '<a id="nowhere" href="#">Copy</a><button type="button" id="copy">Copy</button><input id="name"><label id="label"><input type="checkbox" id="box"> Yes</label>',
    );
    const copy = page.find('#copy');
    let copied = 0;
    copy.addEventListener('click', () => copied++);
    page.hand.isActivated = true;
    expect(page.click('#copy')).to.equal('own-hand');
    expect(page.press('#copy', 'Enter')).to.equal('own-hand');
    expect(page.click('#nowhere')).to.equal('own-hand');
    expect(copied).to.equal(0);
    expect(page.click('#name')).to.equal('done');
    expect(page.click('#label')).to.equal('done');
    page.hand.isActivated = false;
    expect(page.click('#copy')).to.equal('done');
    expect(copied).to.equal(1);
  });

  it('COB 5 knows where it stands for an agent’s side that comes anew', () => {
    const page = on('');
    page.said.length = 0;
    page.control.repeat();
    expect(page.said).to.deep.equal([{ type: 'control', state: 'granted' }]);
  });
});
