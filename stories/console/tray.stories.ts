import '@deskbell/console/tray/tray.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Tray',
  component: 'deskbell-tray',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-tray></deskbell-tray>`, 'column'),
};

export default meta;

export const Empty: StoryObj = staged(scenes.empty);
export const Listening: StoryObj = staged(scenes.listening);
export const Busy: StoryObj = staged(scenes.busy);
export const Waiting: StoryObj = staged(scenes.waiting);
export const Overdue: StoryObj = staged(scenes.overdue);
export const Offline: StoryObj = staged(scenes.offline);
export const NotDelivered: StoryObj = staged(scenes.notDelivered);
export const Loading: StoryObj = staged(scenes.loading);
export const LongWords: StoryObj = staged(scenes.longWords);
export const Offered: StoryObj = staged(scenes.offered);
export const Snoozed: StoryObj = staged(scenes.snoozed);
export const LoginPrep: StoryObj = staged(scenes.loginPrep);
export const Idle: StoryObj = staged(scenes.idle);
