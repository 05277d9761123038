import { expect } from '@open-wc/testing';
import { endRecords, everythingIn, openPage, recordPage, recorded } from '../testing/record-page.js';
import { simpleMasker } from '../testing/simple-masker.js';

describe('recorder: what it does not do', () => {
  afterEach(endRecords);

  it('COB 6 nothing is written but what the masker lets go; what is blocked is a blank, and comments, scripts and noscript stay', async () => {
    const { settle, find, frames, page, recorder } = await recorded(
      `<p data-mask title="SECRET-1">SECRET-2 <b>SECRET-3</b></p><div id="b" data-block style="width:70px;height:30px" title="SECRET-4"><i>SECRET-5</i></div>
       <input type="password" value="SECRET-6"><!-- SECRET-7 --><script type="x">SECRET-8</script><noscript>SECRET-9</noscript><template><u>SECRET-10</u></template>`,
    );
    find('[data-mask] b').textContent = 'SECRET-11';
    find('#b i').textContent = 'SECRET-12';
    find('#b').append('SECRET-13');
    (find('input') as HTMLInputElement).value = 'SECRET-14';
    await settle();
    expect(page.node(recorder.idOf(find('#b'))).state.get('blank')).to.deep.equal([70, 30]);
    expect(page.html()).to.contain('••••••••').and.not.to.contain('SECRET');
    expect(recorder.idOf(find('#b i'))).to.equal(0);
    expect(everythingIn(frames)).not.to.contain('SECRET');
  });

  it('COB 6 what is masked from now on is masked with all below it, wherever it moves, also in the middle of a snapshot', async () => {
    const { settle, find, frames, same, page } = await recorded(
      '<main><p>open</p></main><aside data-mask></aside><section><p id="q">plain</p></section>',
    );
    same();
    find('main').setAttribute('data-mask', '');
    find('main p').textContent = 'SECRET-1';
    find('aside').append(find('#q'));
    find('#q').textContent = 'SECRET-2';
    await settle();
    expect(page.html()).to.contain('<p id="q">••••••••</p>');
    find('section').append(find('#q'));
    find('#q').textContent = 'open again';
    await settle();
    expect(page.html()).to.contain('<section><p id="q">open again</p></section>');
    expect(everythingIn(frames)).not.to.contain('SECRET');

    const opened = await openPage('<p>x</p>'.repeat(300) + '<div id="late"><p>open</p></div>');
    const record = recordPage(opened.window);
    record.timing.step = 20;
    record.recorder.start();
    record.timing.once();
    const late = opened.window.document.querySelector('#late')!;
    opened.window.document.body.setAttribute('data-mask', '');
    late.querySelector('p')!.textContent = 'SECRET-3';
    while (!record.page.isShown) record.timing.once();
    expect(record.page.html()).to.contain('••••••••');
    expect(everythingIn(record.frames)).not.to.contain('SECRET');
    record.recorder.stop();
    opened.remove();
  });

  it('COB 6 a page that goes off limits is not shown, and comes back whole', async () => {
    const told: boolean[] = [];
    const opened = await openPage('<p>here</p>');
    let isOff = false;
    const record = recordPage(opened.window, { masker: simpleMasker({ isOffLimits: () => isOff }), offLimits: (is) => told.push(is) });
    record.recorder.start();
    await record.settle();
    isOff = true;
    const before = record.frames.length;
    opened.window.location.hash = '#pay';
    opened.window.document.querySelector('p')!.textContent = 'SECRET';
    await record.settle();
    expect(told).to.deep.equal([true]);
    expect(record.frames.length).to.equal(before);
    isOff = false;
    opened.window.document.querySelector('p')!.textContent = 'there';
    opened.window.location.hash = '#done';
    await record.settle();
    expect(told).to.deep.equal([true, false]);
    expect(record.page.html()).to.contain('<p>there</p>');
    record.recorder.stop();
    opened.remove();
  });

  it('COB 5 a slow side gets nothing more on top: what changed is kept together, and after a while a fresh page is sent', async () => {
    const opened = await openPage('<p>0</p>');
    let waiting = 0;
    const record = recordPage(opened.window, { waiting: () => waiting });
    record.recorder.start();
    await record.settle();
    const p = opened.window.document.querySelector('p')!;
    const before = record.frames.length;
    waiting = 10_000_000;
    for (let count = 1; count <= 1_000; count += 1) p.textContent = String(count);
    await record.settle();
    expect(record.frames.length).to.equal(before);
    waiting = 0;
    await record.settle();
    expect(record.frames.length).to.equal(before + 1);
    expect(record.frames.at(-1)!.length).to.be.below(60);
    expect(record.page.html()).to.contain('<p>1000</p>');

    waiting = 10_000_000;
    p.textContent = 'again';
    await record.settle();
    record.timing.pass(10_000);
    p.textContent = 'fresh';
    waiting = 0;
    await record.settle();
    expect(record.page.html()).to.contain('<p>fresh</p>');
    expect(record.frames.at(-1)![1], 'a stream of its own').to.equal(1);
    record.recorder.stop();
    opened.remove();
  });

  it('COB 5 the page is left as it was found, and nothing that goes wrong in the recorder reaches it', async () => {
    const opened = await openPage('<input id="a"><p>x</p>');
    const { window } = opened;
    const owns = () =>
      [window.HTMLInputElement.prototype, window.CSSStyleSheet.prototype, window.Element.prototype, window.Document.prototype].map(
        (prototype) =>
          Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value, set }]) => [name, value as unknown, set]),
      );
    const before = owns();
    let fails = false;
    const faults: unknown[] = [];
    const masker = simpleMasker();
    const record = recordPage(window, {
      fault: (error) => faults.push(error),
      masker: {
        ...masker,
        value: (...asked) => {
          if (fails) throw new Error('no');
          return masker.value(...asked);
        },
      },
    });
    record.recorder.start();
    await record.settle();
    expect(window.HTMLInputElement.prototype.setRangeText.name).to.equal('setRangeText');
    expect(String(window.CSSStyleSheet.prototype.insertRule)).to.contain('[native code]');
    expect(() => window.CSSStyleSheet.prototype.insertRule.call({} as CSSStyleSheet, 'p {}')).to.throw('Illegal invocation');

    fails = true;
    const input = window.document.querySelector('input')!;
    expect(() => (input.value = 'x')).not.to.throw();
    record.timing.pass(5_000);
    expect(faults.length).to.equal(5);
    expect(owns()).to.deep.equal(before);
    record.recorder.stop();
    opened.remove();
  });
});
