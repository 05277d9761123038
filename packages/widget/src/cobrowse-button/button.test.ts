import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { DeskbellCobrowse, defineCobrowse } from './button.js';

const calls: string[] = [];
let reachable = true;

const page = {
  resume: (site: HTMLElement) => calls.push(`resume ${site.getAttribute('relay') ?? ''}`),
  enter: (site: HTMLElement) => Promise.resolve(calls.push(`enter ${site.getAttribute('site-key') ?? ''}`)),
};
defineCobrowse(() => (reachable ? Promise.resolve(page as never) : Promise.reject(new Error('offline'))));

const make = () => fixture<DeskbellCobrowse>(html`<deskbell-cobrowse site-key="site" relay="https://relay.example"></deskbell-cobrowse>`);
const button = (element: DeskbellCobrowse) => element.shadowRoot!.querySelector('button')!;
const status = (element: DeskbellCobrowse) => element.shadowRoot!.querySelector('[role=status]')!.textContent;
const label = (element: DeskbellCobrowse) => element.shadowRoot!.querySelector('slot')!.textContent;

beforeEach(() => {
  calls.length = 0;
  reachable = true;
  localStorage.clear();
});

describe('deskbell-cobrowse', () => {
  it('COB 3 is a button as large as a thumb, that asks for the code', async () => {
    const element = await make();
    expect([label(element), calls]).to.deep.equal(['Co-browse', []]);
    expect(button(element).offsetHeight).to.be.at.least(44);
    await expect(element).to.be.accessible();
    button(element).click();
    await waitUntil(() => calls.length);
    expect(calls).to.deep.equal(['enter site']);
  });

  it('COB 3 says so where its code cannot be loaded, and tries again with the next click', async () => {
    const element = await make();
    reachable = false;
    const refusal: unknown = await element.open().catch((error: unknown) => error);
    expect([refusal instanceof Error, status(element), button(element).ariaBusy]).to.deep.equal([
      true,
      'It did not load. Try again.',
      null,
    ]);
    await expect(element).to.be.accessible();
    reachable = true;
    await element.open();
    expect([status(element), calls]).to.deep.equal(['', ['enter site']]);
  });

  it('COB 5 goes on by itself where this browser shows its pages, and where another tab begins to', async () => {
    await make();
    await Promise.resolve();
    expect(calls).to.deep.equal([]);
    localStorage.setItem('deskbell:cobrowse', '{}');
    const element = await make();
    await waitUntil(() => calls.length);
    expect(calls).to.deep.equal(['resume https://relay.example']);
    dispatchEvent(new StorageEvent('storage', { key: 'deskbell:cobrowse' }));
    await waitUntil(() => calls.length > 1);
    element.remove();
  });

  it('speaks the language of the site, and stands in its colour', async () => {
    const element = await make();
    element.setAttribute('locale', 'de-AT');
    element.setAttribute('accent', 'yellow');
    expect([label(element), getComputedStyle(button(element)).backgroundColor]).to.deep.equal(['Co-Browse', 'rgb(255, 255, 0)']);
    await expect(element).to.be.accessible();
  });

  it('takes what its own attributes do not say from the script', async () => {
    DeskbellCobrowse.site = document.createElement('div');
    DeskbellCobrowse.site.setAttribute('relay', 'https://elsewhere.example');
    DeskbellCobrowse.site.setAttribute('locale', 'es');
    const element = await make();
    expect([element.getAttribute('relay'), label(element)]).to.deep.equal(['https://relay.example', 'Navegación compartida']);
    DeskbellCobrowse.site = undefined;
  });

  it('tells the developer of a missing site key', async () => {
    const { error } = console;
    const said: unknown[] = [];
    console.error = (sentence) => said.push(sentence);
    await fixture(html`<deskbell-cobrowse></deskbell-cobrowse>`);
    console.error = error;
    expect(said).to.deep.equal(['Deskbell needs a site key: data-site-key on the script, site-key on <deskbell-cobrowse>.']);
  });

  it('defining twice does nothing', () => {
    defineCobrowse(() => Promise.reject(new Error('another')));
    expect(customElements.get('deskbell-cobrowse')).to.equal(DeskbellCobrowse);
  });
});
