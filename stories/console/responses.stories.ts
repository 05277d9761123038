import '@deskbell/console/compose/compose.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './response-scenes.js';
import { busy } from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Standard responses',
  component: 'deskbell-responses',
  render: (_args, context) => onDesk(sceneOf(context), html`<div class="bottom"><deskbell-compose></deskbell-compose></div>`, 'half'),
};

export default meta;

/** Waits for what comes with the scene. */
async function there<T>(look: () => T | null | undefined): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== null && found !== undefined) return found;
    await new Promise(requestAnimationFrame);
  }
}

const composerIn = (canvas: HTMLElement) => canvas.querySelector('deskbell-compose')?.shadowRoot?.querySelector('deskbell-composer');
const buttonIn = (canvas: HTMLElement) =>
  composerIn(canvas)?.querySelector('deskbell-responses')?.shadowRoot?.querySelector<HTMLButtonElement>('button:enabled');

const press: NonNullable<StoryObj['play']> = async ({ canvasElement }) => (await there(() => buttonIn(canvasElement))).click();

/** Types as an agent does. */
const type =
  (text: string): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    await there(() => buttonIn(canvasElement));
    const field = await there(() => composerIn(canvasElement)?.shadowRoot?.querySelector<HTMLTextAreaElement>('textarea:enabled'));
    field.focus();
    for (const data of text) {
      // Only keys are told of before; nothing but the deprecated command types without them.
      field.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertText', data, bubbles: true, composed: true }));
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      document.execCommand('insertText', false, data);
    }
  };

export const Button: StoryObj = staged(scenes.responses);
export const None: StoryObj = staged(busy);
export const Open: StoryObj = { ...staged(scenes.responses), play: press };
export const Filtered: StoryObj = { ...staged(scenes.responses), play: type('/delivry') };
export const NothingFound: StoryObj = { ...staged(scenes.responses), play: type('/qqqq') };
export const TwoThousand: StoryObj = { ...staged(scenes.twoThousandResponses), play: type('/label') };
export const LongNames: StoryObj = { ...staged(scenes.longResponses), play: press };
export const Loading: StoryObj = { ...staged(scenes.responsesAwaited), play: press };
export const Failing: StoryObj = { ...staged(scenes.responsesRefused), play: press };
