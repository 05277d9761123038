import '@deskbell/console/conversation/conversation.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Conversation',
  component: 'deskbell-conversation',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-conversation></deskbell-conversation>`, 'half'),
};

export default meta;

export const Empty: StoryObj = staged(scenes.empty);
export const Waiting: StoryObj = staged(scenes.waiting);
export const Talking: StoryObj = staged(scenes.talking);
export const Overdue: StoryObj = staged(scenes.overdue);
export const Offline: StoryObj = staged(scenes.offline);
export const NotDelivered: StoryObj = staged(scenes.notDelivered);
export const WrapUp: StoryObj = staged(scenes.wrapUp);
export const Closed: StoryObj = staged(scenes.closed);
export const Taken: StoryObj = staged(scenes.taken);
export const SignedOut: StoryObj = staged(scenes.signedOut);
export const LongWords: StoryObj = staged(scenes.longWords);
export const TenThousand: StoryObj = staged(scenes.tenThousand);
export const Snoozed: StoryObj = staged(scenes.snoozed);
