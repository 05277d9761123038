import '@deskbell/console/status/status.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Status',
  component: 'deskbell-status',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-status></deskbell-status>`, 'column low'),
};

export default meta;

export const Available: StoryObj = staged(scenes.listening);
export const Away: StoryObj = staged(scenes.empty);
export const LoginPrep: StoryObj = staged(scenes.loginPrep);
export const Idle: StoryObj = staged(scenes.idle);
