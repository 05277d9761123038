import '@deskbell/console/snooze/snooze.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Snooze',
  component: 'deskbell-snooze',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-snooze></deskbell-snooze>`, 'half'),
};

export default meta;

export const Button: StoryObj = staged(scenes.talked);

/** Presses the button, so that the dialog shows. */
const press: StoryObj['play'] = ({ canvasElement }) => {
  const piece = canvasElement.querySelector('deskbell-desk')?.querySelector('deskbell-snooze');
  piece?.shadowRoot?.querySelector<HTMLButtonElement>('[part=snooze]')?.click();
};

export const Open: StoryObj = { ...staged(scenes.talked), play: press };
