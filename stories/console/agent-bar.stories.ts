import '@deskbell/console/agent-bar/agent-bar.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/AgentBar',
  component: 'deskbell-agent-bar',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-agent-bar></deskbell-agent-bar>`, 'column low'),
};

export default meta;

export const Empty: StoryObj = staged(scenes.empty);
export const Listening: StoryObj = staged(scenes.listening);
export const Offline: StoryObj = staged(scenes.offline);
export const Loading: StoryObj = staged(scenes.loading);
