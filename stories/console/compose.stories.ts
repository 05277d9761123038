import '@deskbell/console/compose/compose.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import * as ai from './scenes-ai.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Compose',
  component: 'deskbell-compose',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-compose></deskbell-compose>`, 'half low'),
};

export default meta;

export const Talking: StoryObj = staged(scenes.talking);
export const WithAi: StoryObj = staged(ai.busy);
export const Offline: StoryObj = staged(scenes.offline);
export const NotDelivered: StoryObj = staged(scenes.notDelivered);
export const Waiting: StoryObj = staged(scenes.waiting);
export const Closed: StoryObj = staged(scenes.closed);
