import '@deskbell/console/answer/answer.js';
import '@deskbell/console/thread/thread.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as acting from './scenes-actions.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Answer to an action',
  component: 'deskbell-answer',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-thread></deskbell-thread>`, 'half'),
};

export default meta;

export const Answered: StoryObj = staged(acting.answeredWell);
export const Shared: StoryObj = staged(acting.answeredShared);
export const Failed: StoryObj = staged(acting.answeredBadly);
export const Nothing: StoryObj = staged(acting.answeredNothing);
export const RightToLeft: StoryObj = staged(acting.answeredArabic);
export const LongTexts: StoryObj = staged(acting.answeredLong);
export const Narrow: StoryObj = {
  ...staged(acting.answeredWell),
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-thread></deskbell-thread>`, 'docked'),
};
