import '@deskbell/console/writing/writing.js';
import type { Writing } from '@deskbell/console/writing/writing-event.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Console/Writing',
  component: 'deskbell-writing',
  render: ({ writing }) => html`<deskbell-writing .writing=${writing as Writing}></deskbell-writing>`,
};

export default meta;

const shown = (writing: Writing): StoryObj => ({ args: { writing } });

export const Begun: StoryObj = shown({ phase: 'begun' });
export const Written: StoryObj = shown({ phase: 'written', undo: true });
export const WrittenBeforeAReload: StoryObj = shown({ phase: 'written', undo: false });
export const Failed: StoryObj = shown({ phase: 'failed', fault: 'AI did not answer. Your draft is as it was. Try again in a while.' });
export const OverBudget: StoryObj = shown({
  phase: 'failed',
  fault: 'AI has written as much today as the workspace allows. Go on by hand.',
});
