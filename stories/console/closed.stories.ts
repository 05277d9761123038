import '@deskbell/console/closed/closed.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Closed',
  component: 'deskbell-closed',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-closed></deskbell-closed>`, 'column'),
};

export default meta;

export const Empty: StoryObj = staged(scenes.empty);
export const Busy: StoryObj = staged(scenes.busy);
