import { defineChat } from '@deskbell/widget/chat/chat.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

interface Args {
  position: 'start' | 'end';
  launcher: 'normal' | 'small';
  accent: string;
  locale: 'en' | 'ar' | 'de' | 'es';
}

// A story shows the launcher; the window has its own.
defineChat(() => import('@deskbell/widget/window/window.js'));

const meta: Meta<Args> = {
  title: 'Widget/Launcher',
  component: 'deskbell-chat',
  parameters: { layout: 'fullscreen' },
  args: { position: 'end', launcher: 'normal', accent: '', locale: 'en' },
  argTypes: {
    position: { control: 'inline-radio', options: ['end', 'start'] },
    launcher: { control: 'inline-radio', options: ['normal', 'small'] },
    accent: { control: 'color' },
    locale: { control: 'select', options: ['en', 'ar', 'de', 'es'] },
  },
  render: ({ position, launcher, accent, locale }) => {
    const chat = document.createElement('deskbell-chat');
    chat.setAttribute('site-key', 'story');
    chat.setAttribute('relay', 'https://relay.example');
    chat.setAttribute('position', position);
    chat.setAttribute('launcher', launcher);
    chat.setAttribute('locale', locale);
    if (accent) chat.setAttribute('accent', accent);
    return chat;
  },
};

export default meta;

type Story = StoryObj<Args>;

export const Normal: Story = {};

export const Small: Story = { args: { launcher: 'small' } };

export const OtherSide: Story = { args: { position: 'start' } };

export const RightToLeft: Story = { args: { locale: 'ar' } };

export const Unread: Story = {
  render: (args, context) => {
    const chat = (meta.render as (args: Args, context: unknown) => HTMLElement)(args, context);
    queueMicrotask(() => chat.shadowRoot?.dispatchEvent(Object.assign(new Event('deskbell-unread'), { count: 3 })));
    return chat;
  },
};
