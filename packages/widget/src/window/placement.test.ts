import { seed } from '@deskbell/client/testing/scenes.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { quiet, shown } from '../testing/shown.js';
import type { DeskbellChatWindow } from './window.js';

const dialogOf = (window: DeskbellChatWindow) => window.renderRoot.querySelector('dialog')!;
const box = (window: DeskbellChatWindow) => {
  const { left, top, width, height } = dialogOf(window).getBoundingClientRect();
  return [left, top, width, height];
};

const talking = () => {
  const relay = new SimulatedRelay();
  seed(relay);
  return shown(relay);
};

afterEach(() => setViewport({ width: 800, height: 600 }));

describe('where the window stands', () => {
  it('WID 2 over the page on a wide screen, which stays within reach', async () => {
    await setViewport({ width: 1280, height: 800 });
    const { window } = await talking();
    await Promise.all(
      dialogOf(window)
        .getAnimations()
        .map(({ finished }) => finished),
    );
    expect(box(window)).to.deep.equal([1280 - 20 - 380, 800 - 88 - 640, 380, 640]);
    expect(dialogOf(window).matches(':modal')).to.equal(false);
  });

  it('WID 2 never higher than the page', async () => {
    await setViewport({ width: 900, height: 420 });
    const { window } = await talking();
    await Promise.all(
      dialogOf(window)
        .getAnimations()
        .map(({ finished }) => finished),
    );
    expect(box(window)[1]).to.be.at.least(0);
  });

  it('WID 2 over the whole of a small screen, with the page behind it out of reach', async () => {
    await setViewport({ width: 390, height: 700 });
    const { window } = await talking();
    await Promise.all(
      dialogOf(window)
        .getAnimations()
        .map(({ finished }) => finished),
    );
    expect(box(window)).to.deep.equal([0, 0, 390, 700]);
    expect(dialogOf(window).matches(':modal')).to.equal(true);
    await expect(window).to.be.accessible();
  });

  it('WID 2 a phone that is turned is another screen', async () => {
    await setViewport({ width: 390, height: 700 });
    const { window } = await talking();
    const turned = new Promise((done) =>
      matchMedia('(max-width: 480px), (max-height: 480px)').addEventListener('change', done, { once: true }),
    );
    await setViewport({ width: 700, height: 500 });
    await turned;
    await quiet(window);
    expect([dialogOf(window).open, dialogOf(window).matches(':modal')]).to.deep.equal([true, false]);
  });

  it('WID 3 put back into the page on a narrow screen it covers it again', async () => {
    await setViewport({ width: 390, height: 700 });
    const { window } = await talking();
    document.body.append(window);
    expect(dialogOf(window).matches(':modal')).to.equal(true);
    window.remove();
  });

  it('WID 2 follows what the keyboard leaves of a phone’s screen', async () => {
    await setViewport({ width: 390, height: 700 });
    const { window } = await talking();
    window.style.setProperty('--view-height', '360px');
    await Promise.all(
      dialogOf(window)
        .getAnimations()
        .map(({ finished }) => finished),
    );
    expect(box(window)[3]).to.equal(360);
    visualViewport!.dispatchEvent(new Event('resize'));
    expect(box(window)[3]).to.equal(visualViewport!.height);
  });
});
