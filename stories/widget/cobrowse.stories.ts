import type { ShowingState } from '@deskbell/cobrowse/showing/showing-state.js';
import { DeskbellCobrowseBanner } from '@deskbell/widget/cobrowse-banner/banner.js';
import { defineCobrowse } from '@deskbell/widget/cobrowse-button/button.js';
import { dress } from '@deskbell/widget/cobrowse/dress.js';
import { ShownByHand } from '@deskbell/widget/testing/shown-by-hand.js';
import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

const site = () => {
  const element = document.createElement('div');
  element.setAttribute('color-scheme', getComputedStyle(document.documentElement).colorScheme);
  return element;
};

/** A page of a shop, on which the banner stands as it would on a customer's. */
const page = html`<main><h1>Check out</h1><p>The page that is shown.</p></main>`;

const banner = (state: Partial<ShowingState> = {}): StoryObj => ({
  render: () => page,
  play: async () => {
    document.querySelector('deskbell-cobrowse-banner')?.close();
    const element = new DeskbellCobrowseBanner();
    element.show(new ShownByHand(state));
    await dress(element, site());
    element.render();
    // The next story begins on an empty page.
    new MutationObserver((_, watch) => {
      watch.disconnect();
      element.close();
    }).observe(document.querySelector('#storybook-root') ?? document.body, { childList: true });
  },
});

export default { title: 'Widget/Co-browse' } satisfies Meta;

export const Live = banner();
export const Controlled = banner({ control: 'granted' });
export const AsksForControl = banner({ control: 'asked' });
export const Connecting = banner({ phase: 'connecting' });
export const Private = banner({ phase: 'private' });
export const CannotBeShown = banner({ phase: 'failed' });
export const AnotherTab = banner({ phase: 'elsewhere' });
export const Reconnecting = banner({ phase: 'reconnecting' });
export const EndedByTheAgent = banner({ phase: 'ended', end: 'agent' });
export const Ended = banner({ phase: 'ended', end: 'customer' });

export const Button: StoryObj = {
  render: () => {
    defineCobrowse(() => Promise.reject(new Error('a story loads nothing')));
    return html`<deskbell-cobrowse site-key="shop" relay="https://relay.example"></deskbell-cobrowse>`;
  },
};
