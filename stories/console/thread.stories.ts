import { ANA, reacts } from '@deskbell/client/testing/scenes.js';
import '@deskbell/console/thread/thread.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import * as ai from './scenes-ai.js';
import * as bot from './scenes-bot.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Thread',
  component: 'deskbell-thread',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-thread></deskbell-thread>`, 'half'),
};

export default meta;

export const Talking: StoryObj = staged(scenes.talking);
export const Arrived: StoryObj = staged(ai.arrived);
export const Summarised: StoryObj = staged(ai.summarised);
/** An AI agent had it first. */
export const HandedOver: StoryObj = staged(bot.handedOver);
/** What was said to an AI agent elsewhere stands above the first message. */
export const SaidElsewhere: StoryObj = staged(bot.recalled);
/** It could not be fetched: "Reload" tries again, and has it. */
export const MissingElsewhere: StoryObj = staged(bot.missing);
/** Both sides have reacted to what was said. */
export const Reactions: StoryObj = staged(async () => {
  const scene = await scenes.talking();
  const { relay, selected = '' } = scene;
  const said = relay.logs.get(selected)?.events.filter(({ type }) => type === 'message.sent') ?? [];
  for (const { seq } of said.slice(-2)) for (const by of [ANA, scenes.MAYA]) reacts(relay, selected, by, seq, '👍');
  return scene;
});

export const NotDelivered: StoryObj = staged(scenes.notDelivered);
export const Closed: StoryObj = staged(scenes.closed);
export const LongWords: StoryObj = staged(scenes.longWords);
export const TenThousand: StoryObj = staged(scenes.tenThousand);
