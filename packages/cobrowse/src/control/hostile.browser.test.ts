import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { controlled, type Controlled } from '../testing/controlled.js';
import { readAgentWord } from '../words-check.js';

const FAR = 'https://elsewhere.example/';

const PAGE = `
  <form id="shop" action="/buy"><input id="name"><input id="secret" data-masked value="kept"><input id="password" type="password" value="kept">
    <input id="file" type="file"><input id="hidden" type="hidden" value="kept"><label for="masked-box" id="to-box">Yes</label>
    <input id="masked-box" type="checkbox" data-masked><button id="buy">Buy</button><input type="reset" id="reset"></form>
  <form id="away" action="${FAR}"><input id="comment"><button id="post">Post</button></form>
  <a id="link" href="${FAR}"><b id="in-link">Away</b></a><a id="script" href="javascript:void 0">Run</a><a id="tab" href="/x" target="_blank">Tab</a>
  <select id="choice" data-masked><option>kept<option>other</select><label id="to-file">Photo<input type="file" id="photo"></label>
  <div id="note" contenteditable data-masked>kept</div><div id="free" contenteditable>free</div>
  <deskbell-consent></deskbell-consent><iframe sandbox srcdoc="<input value=kept>" width="40" height="20"></iframe>
  <details id="more"><summary>More</summary><input id="deep" data-masked value="kept"></details><dialog id="dialog" open>Open <button id="ok">OK</button></dialog>`;

const number = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1), fc.integer({ min: -200, max: 500 }));
const act = fc.record(
  {
    kind: fc.constantFrom('click', 'click', 'type', 'key', 'choose', 'scroll', 'eval'),
    node: fc.integer({ min: 0, max: 50 }),
    x: number,
    y: number,
    text: fc.string({ maxLength: 12 }),
    key: fc.constantFrom('Enter', 'Tab', 'Escape', 'ArrowUp', 'ArrowDown', 'F1'),
    options: fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 3 }),
  },
  { noNullPrototype: true },
);
const word = fc.oneof(
  { weight: 20, arbitrary: fc.record({ type: fc.constant('act'), id: fc.nat(), act }, { noNullPrototype: true }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('control-ask', 'resync', 'erase', 'grant') }, { noNullPrototype: true }) },
);

describe('an agent’s side that is not what it says', () => {
  let page: Controlled | undefined;
  let led: string[] = [];
  /** Whatever a click or a form would lead to, as the browser understood it at last. */
  const note = (event: Event) => {
    const by = (event as SubmitEvent).submitter;
    const to = event
      .composedPath()
      .flatMap((on) =>
        on instanceof HTMLAnchorElement && event.type === 'click'
          ? [on.href]
          : on instanceof HTMLFormElement && event.type === 'submit'
            ? [by?.getAttribute('formaction') ?? on.action]
            : [],
      );
    led.push(...to);
    event.preventDefault();
  };
  const noteFile = (event: Event) => {
    if ((event.composedPath()[0] as HTMLInputElement).type === 'file') led.push('file');
  };
  beforeEach(() => {
    led = [];
    addEventListener('click', note);
    addEventListener('click', noteFile, true);
    addEventListener('submit', note);
  });
  afterEach(() => {
    removeEventListener('click', note);
    removeEventListener('click', noteFile, true);
    removeEventListener('submit', note);
    page?.close();
  });

  const built = (granted: boolean) => {
    const made = (page = controlled(PAGE, {}, granted));
    const root = made.find('deskbell-consent').attachShadow({ mode: 'open' });
    root.innerHTML = '<button id="allow">Allow</button><input id="own" value="kept">';
    const consent = { allowed: 0, own: root.querySelector<HTMLInputElement>('#own')! };
    root.querySelector('#allow')!.addEventListener('click', () => consent.allowed++);
    // The agent's side knows the numbers of all of it, of Deskbell's own, too.
    for (const node of [document, ...made.page.querySelectorAll('*'), ...root.querySelectorAll('*')]) made.idOf(node);
    return { made, consent };
  };

  const state = ({ find, page: whole }: Controlled) => ({
    values: ['#secret', '#password', '#hidden', '#deep'].map((id) => find<HTMLInputElement>(id).value),
    box: find<HTMLInputElement>('#masked-box').checked,
    choice: find<HTMLSelectElement>('#choice').selectedIndex,
    note: find('#note').innerHTML,
    files: [...whole.querySelectorAll<HTMLInputElement>('[type=file]')].map(({ files }) => files?.length),
  });

  const hears = (made: Controlled, said: unknown) => {
    const read = readAgentWord(said);
    made.clock.now += 50;
    if (read) made.control.hear(read);
  };

  it('COB 6 changes nothing that is masked, opens no file, leads to no other site and answers for nobody, whatever it says', () => {
    const { made, consent } = built(true);
    const before = state(made);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        for (const said of words) hears(made, said);
        expect(state(made)).to.deep.equal(before);
        expect({ allowed: consent.allowed, own: consent.own.value }).to.deep.equal({ allowed: 0, own: 'kept' });
        expect(led.filter((to) => !to.startsWith(location.origin))).to.deep.equal([]);
      }),
      { numRuns: 150 },
    );
    const done = made.said.filter(({ type }) => type === 'done').length;
    expect(done, 'and not because it did nothing at all').to.be.greaterThan(20);
  });

  it('COB 5 does nothing at all before consent, nor after it was taken back', () => {
    const { made, consent } = built(false);
    const html = () => [
      made.page.innerHTML,
      ...[...made.page.querySelectorAll('input, select')].map((field) => (field as HTMLInputElement).value),
    ];
    const before = html();
    const active = document.activeElement;
    const tries = () =>
      fc.assert(
        fc.property(fc.array(word, { maxLength: 40 }), (words) => {
          for (const said of words) hears(made, said);
          expect(html()).to.deep.equal(before);
          expect([document.activeElement, consent.allowed, led.length]).to.deep.equal([active, 0, 0]);
        }),
        { numRuns: 30 },
      );
    tries();
    made.close();

    const again = built(true);
    again.made.control.stop();
    Object.assign(made, again.made);
    tries();
    expect(again.made.said.every(({ type }) => type !== 'done')).to.equal(true);
  });
});
