import type { ShowingState } from '@deskbell/cobrowse/showing/showing-state.js';
import { setLocale } from '@deskbell/parts/locale.js';
import { expect, oneEvent } from '@open-wc/testing';
import { dress } from '../cobrowse/dress.js';
import { ShownByHand } from '../testing/shown-by-hand.js';
import { DeskbellCobrowseBanner } from './banner.js';

const banners: DeskbellCobrowseBanner[] = [];

function put(state: Partial<ShowingState> = {}) {
  const shown = new ShownByHand(state);
  const banner = new DeskbellCobrowseBanner();
  banners.push(banner);
  banner.show(shown);
  return { shown, banner, root: banner.shadowRoot! };
}

const bar = (root: ShadowRoot) => root.querySelector<HTMLElement>('[part=banner]')!;
const text = (root: ShadowRoot) => root.querySelector('[role=status]')!.textContent;
const buttons = (root: ShadowRoot) => [...root.querySelectorAll('button')].filter((each) => each.checkVisibility());
const names = (root: ShadowRoot) => buttons(root).map((each) => each.ariaLabel ?? each.textContent);
const press = (root: ShadowRoot, name: string) =>
  buttons(root)
    .find((each) => (each.ariaLabel ?? each.textContent) === name)!
    .click();
/** Whether a pointer reaches it. */
const isSeen = (banner: DeskbellCobrowseBanner) => {
  const { x, y, width, height } = bar(banner.shadowRoot!).getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2) === banner;
};
const stir = () => document.dispatchEvent(new FocusEvent('focusin'));

afterEach(() => {
  for (const banner of banners.splice(0)) banner.close();
  document.body.replaceChildren();
  localStorage.clear();
});

describe('deskbell-cobrowse-banner', () => {
  it('COB 5 says who sees the page, and ends it with one press', async () => {
    const { shown, banner, root } = put();
    expect([text(root), names(root)]).to.deep.equal(['Ana Ruiz sees this page', ['Move to the top', 'Stop']]);
    expect([bar(root).role, bar(root).ariaLabel]).to.deep.equal(['region', 'Co-browse']);
    await expect(banner).to.be.accessible();
    press(root, 'Stop');
    expect([shown.asked, text(root), names(root)]).to.deep.equal([['stopped'], 'You no longer show your page.', ['Close']]);
    await expect(banner).to.be.accessible();
    const dismissed = oneEvent(banner, 'deskbell-dismiss');
    press(root, 'Close');
    await dismissed;
    expect(banner.isConnected).to.equal(false);
  });

  it('COB 5 says where nothing is seen, and why', async () => {
    const { shown, banner, root } = put({ phase: 'connecting' });
    const said = [text(root)];
    for (const phase of ['private', 'failed', 'elsewhere', 'reconnecting'] as const) {
      shown.become({ phase });
      said.push(text(root));
      expect(names(root)).to.contain('Stop');
      await expect(banner).to.be.accessible();
    }
    expect(said).to.deep.equal([
      'Connecting to Ana Ruiz',
      'Paused: this page is private. Ana Ruiz does not see it',
      'Paused: this page cannot be shown to Ana Ruiz',
      'Ana Ruiz sees another tab of yours',
      'Paused: reconnecting to Ana Ruiz',
    ]);
  });

  it('COB 5 "Stop" is where it was, whatever is said beside it: a press that changes that ends there too', () => {
    const { shown, root } = put({ phase: 'elsewhere', safety: undefined });
    const stop = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Stop')!;
    const before = stop.getBoundingClientRect();
    for (const state of [
      { phase: 'connecting' },
      { phase: 'live', safety: '482193' },
      { phase: 'private' },
      { phase: 'reconnecting' },
    ] as const) {
      shown.become(state);
      const { left, right, top } = stop.getBoundingClientRect();
      expect([left, right]).to.deep.equal([before.left, before.right]);
      expect(Math.abs(top - before.top)).to.be.at.most(4);
    }
  });

  it('COB 5 shows the safety number that the agent has too, while the two are connected, and reads it out to nobody unasked', async () => {
    const { shown, banner, root } = put({ phase: 'connecting', safety: undefined });
    const safety = root.querySelector('small')!;
    expect(safety.checkVisibility()).to.equal(false);
    shown.become({ phase: 'live', safety: '482193' });
    expect([safety.checkVisibility(), safety.textContent]).to.deep.equal([true, 'Safety number 482 193']);
    expect(text(root)).to.equal('Ana Ruiz sees this page');
    await expect(banner).to.be.accessible();
    shown.become({ phase: 'ended', end: 'agent' });
    expect(safety.checkVisibility()).to.equal(false);
  });

  for (const [end, told] of [
    ['agent', 'Ana Ruiz no longer sees your page.'],
    ['customer', 'You no longer show your page.'],
    ['expired', 'It is over. Nobody sees your page.'],
    ['something new', 'It is over. Nobody sees your page.'],
  ] as const)
    it(`COB 5 tells that it is over (${end})`, () => {
      const { shown, root } = put();
      shown.become({ phase: 'ended', end: end as 'agent' });
      expect(text(root)).to.equal(told);
    });

  it('COB 5 asks a second time before anybody clicks and types, with the focus on no answer', async () => {
    const { shown, banner, root } = put({ control: 'asked' });
    const dialog = root.querySelector('dialog')!;
    expect([dialog.matches(':modal'), dialog.querySelector('h2')!.textContent]).to.deep.equal([
      true,
      'Let Ana Ruiz click and type for you?',
    ]);
    expect(root.activeElement?.localName).to.equal('h2');
    await expect(banner).to.be.accessible();
    press(root, 'Allow');
    await Promise.resolve();
    expect([shown.asked, root.querySelector('dialog')]).to.deep.equal([['granted'], null]);
    expect([text(root), names(root)]).to.deep.equal(['Ana Ruiz can click and type here', ['Take back control', 'Move to the top', 'Stop']]);
    await expect(banner).to.be.accessible();
    press(root, 'Take back control');
    expect([shown.asked.at(-1), text(root)]).to.deep.equal(['taken back', 'Ana Ruiz sees this page']);
  });

  it('COB 5 Escape and “Not now” are a no, and so is nothing at all once the agent asks no more', async () => {
    const { shown, root } = put({ control: 'asked' });
    root.querySelector('dialog')!.dispatchEvent(new Event('cancel', { cancelable: true }));
    await Promise.resolve();
    expect(shown.asked).to.deep.equal(['refused']);
    shown.become({ control: 'asked' });
    press(root, 'Not now');
    await Promise.resolve();
    expect(shown.asked).to.deep.equal(['refused', 'refused']);
    shown.become({ control: 'asked' });
    shown.become({ control: 'none' });
    await Promise.resolve();
    expect([root.querySelector('dialog'), shown.asked.length]).to.deep.equal([null, 2]);
  });

  it('COB 5 has targets as large as a thumb, and stays clear of the page’s middle', () => {
    const { root } = put({ control: 'granted' });
    for (const each of buttons(root)) {
      const { width, height } = each.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
    expect(bar(root).getBoundingClientRect().top).to.be.greaterThan(innerHeight / 2);
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    expect(middle?.localName).not.to.equal('deskbell-cobrowse-banner');
  });

  it('COB 5 goes to the other edge where it is in the way, and is there on the next page', () => {
    const { root } = put();
    press(root, 'Move to the top');
    expect(bar(root).getBoundingClientRect().bottom).to.be.lessThan(innerHeight / 2);
    const { root: next } = put();
    expect([bar(next).getBoundingClientRect().bottom < innerHeight / 2, names(next)[0]]).to.deep.equal([true, 'Move to the bottom']);
  });

  it('COB 5 is on the page again where a script took it away', () => {
    const { banner } = put();
    banner.remove();
    stir();
    expect(banner.isConnected).to.equal(true);
    expect(isSeen(banner)).to.equal(true);
  });

  it('COB 5 is not hidden, moved or dressed by the page’s own styles', () => {
    const page = new CSSStyleSheet();
    page.replaceSync(
      'deskbell-cobrowse-banner { display: none; opacity: 0 !important; transform: scale(0); font: 60px serif !important; visibility: hidden }',
    );
    document.adoptedStyleSheets.push(page);
    const { banner, root } = put();
    expect([isSeen(banner), getComputedStyle(bar(root)).visibility, getComputedStyle(root.querySelector('p')!).fontSize]).to.deep.equal([
      true,
      'visible',
      '15px',
    ]);
    document.adoptedStyleSheets.pop();
  });

  it('COB 5 can be pressed while a dialog of the page is open, and after it', () => {
    const { banner, root, shown } = put();
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<button>Go on</button>';
    document.body.append(dialog);
    dialog.showModal();
    stir();
    expect([banner.parentElement, isSeen(banner)]).to.deep.equal([dialog, true]);
    dialog.close();
    stir();
    expect([banner.parentElement, isSeen(banner)]).to.deep.equal([document.documentElement, true]);
    press(root, 'Stop');
    expect(shown.asked).to.deep.equal(['stopped']);
  });

  it('COB 5 can be pressed over a chat that fills the screen, also where the focus is nowhere after the second question', async () => {
    const chat = document.createElement('div');
    const dialog = document.createElement('dialog');
    dialog.append(document.createElement('textarea'));
    chat.attachShadow({ mode: 'open' }).append(dialog);
    document.body.append(chat);
    dialog.showModal();
    const { banner, root, shown } = put();
    expect(banner.parentElement).to.equal(dialog);
    shown.become({ control: 'asked' });
    press(root, 'Allow');
    await Promise.resolve();
    (dialog.firstElementChild as HTMLElement).blur();
    stir();
    expect([banner.parentElement, document.activeElement]).to.deep.equal([dialog, document.body]);
    const back = buttons(root)[0]!.getBoundingClientRect();
    expect(chat.shadowRoot!.elementFromPoint(back.x + 5, back.y + 5)).to.equal(banner);
  });

  it('COB 5 comes over what is put over it', () => {
    const { banner } = put();
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.setAttribute('style', 'position: fixed; inset: 0; inline-size: 100%; block-size: 100%');
    document.body.append(cover);
    cover.showPopover();
    stir();
    expect(isSeen(banner)).to.equal(true);
  });

  it('COB 5 speaks the language of the site, and is turned around in a right-to-left one', async () => {
    const { banner, root } = put();
    const site = document.createElement('div');
    site.setAttribute('locale', 'ar');
    site.setAttribute('color-scheme', 'dark');
    await dress(banner, site);
    banner.render();
    expect([banner.dir, root.querySelector('.stop')!.textContent, getComputedStyle(banner).colorScheme]).to.deep.equal([
      'rtl',
      'إيقاف',
      'dark',
    ]);
    const stop = root.querySelector('.stop')!.getBoundingClientRect();
    expect(stop.left).to.be.lessThan(root.querySelector('p')!.getBoundingClientRect().left);
    await expect(banner).to.be.accessible();
    await setLocale('en');
  });
});
