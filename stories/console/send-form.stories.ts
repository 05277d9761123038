import '@deskbell/console/compose/compose.js';
import '@deskbell/console/forms.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as forms from './scenes-forms.js';
import { onDesk, sceneOf, staged } from './show.js';

const compose = html`<div class="bottom"><deskbell-compose></deskbell-compose></div>`;

const meta: Meta = {
  title: 'Console/Send a form',
  component: 'deskbell-send-form',
  render: (_args, context) => onDesk(sceneOf(context), compose, 'half'),
};

export default meta;

/** Opens the list, and sends the first where that is wanted. */
const open =
  (sends = false): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    const piece = () => canvasElement.querySelector('deskbell-compose')?.shadowRoot?.querySelector('deskbell-send-form')?.shadowRoot;
    const pressed = async (selector: string) => {
      while (!piece()?.querySelector(selector)) await new Promise((resolve) => requestAnimationFrame(resolve));
      piece()?.querySelector<HTMLElement>(selector)?.click();
    };
    await pressed('[part=forms]:not([disabled])');
    if (sends) await pressed('[part=form]');
  };

export const Button: StoryObj = staged(forms.fewToSend);
export const Few: StoryObj = { ...staged(forms.fewToSend), play: open() };
export const Many: StoryObj = { ...staged(forms.manyToSend), play: open() };
export const Refused: StoryObj = { ...staged(forms.refusing), play: open(true) };
export const Narrow: StoryObj = {
  ...staged(forms.fewToSend),
  render: (_args, context) => onDesk(sceneOf(context), compose, 'docked'),
  play: open(),
};
