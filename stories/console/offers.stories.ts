import '@deskbell/console/offers/offers.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Offers',
  component: 'deskbell-offers',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-offers></deskbell-offers>`, 'column low'),
};

export default meta;

export const Offered: StoryObj = staged(scenes.offered);
