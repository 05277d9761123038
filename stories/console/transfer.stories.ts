import '@deskbell/console/transfer/transfer.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Transfer',
  component: 'deskbell-transfer',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-transfer></deskbell-transfer>`, 'half'),
};

export default meta;

export const Button: StoryObj = staged(scenes.transferring);

/** Presses the button, so that the dialog shows. */
const press: StoryObj['play'] = ({ canvasElement }) => {
  const piece = canvasElement.querySelector('deskbell-desk')?.querySelector('deskbell-transfer');
  piece?.shadowRoot?.querySelector<HTMLButtonElement>('[part=transfer]')?.click();
};

export const Open: StoryObj = { ...staged(scenes.transferring), play: press };
