import '@deskbell/console/info/info.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as bot from './scenes-bot.js';
import * as past from './scenes-past.js';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Information',
  component: 'deskbell-info',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-info></deskbell-info>`, 'panel'),
};

export default meta;

export const Empty: StoryObj = staged(scenes.empty);
export const Waiting: StoryObj = staged(scenes.waiting);
export const Talking: StoryObj = staged(scenes.talking);
export const Known: StoryObj = staged(past.known);
/** With what an AI agent found out, and the passkey that the customer sees too. */
export const HandedOver: StoryObj = staged(bot.handedOver);
export const Skills: StoryObj = staged(scenes.transferring);
export const Closed: StoryObj = staged(scenes.closed);
export const LongWords: StoryObj = staged(scenes.longWords);
export const TenThousand: StoryObj = staged(scenes.tenThousand);
