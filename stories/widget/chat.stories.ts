import { defineChat } from '@deskbell/widget/chat/chat.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

interface Args {
  position: 'start' | 'end';
  launcher: 'normal' | 'small';
  accent: string;
  unread: string;
}

// A story shows the launcher; the window has its own.
defineChat(() => import('@deskbell/widget/window/window.js'));

const meta: Meta<Args> = {
  title: 'Widget/Launcher',
  component: 'deskbell-chat',
  parameters: { layout: 'fullscreen' },
  args: { position: 'end', launcher: 'normal', accent: '', unread: '' },
  argTypes: {
    position: { control: 'inline-radio', options: ['end', 'start'] },
    launcher: { control: 'inline-radio', options: ['normal', 'small'] },
    accent: { control: 'color' },
  },
  render: ({ position, launcher, accent, unread }, { globals }) => {
    const chat = document.createElement('deskbell-chat');
    chat.setAttribute('site-key', 'story');
    chat.setAttribute('relay', 'https://relay.example');
    chat.setAttribute('position', position);
    chat.setAttribute('launcher', launcher);
    chat.setAttribute('locale', String(globals.locale ?? 'en'));
    if (accent) chat.setAttribute('accent', accent);
    // The window puts it there, once it is loaded.
    const badge = chat.shadowRoot?.querySelector('b');
    if (badge) badge.textContent = unread;
    return chat;
  },
};

export default meta;

type Story = StoryObj<Args>;

export const Normal: Story = {};

export const Small: Story = { args: { launcher: 'small' } };

/** Turned around in a right-to-left language by itself. */
export const OtherSide: Story = { args: { position: 'start' } };

export const Unread: Story = { args: { unread: '3' } };

export const ManyUnread: Story = { args: { unread: '99+' } };

/** A site's own colour; the sign on it follows by contrast. */
export const Accent: Story = { args: { accent: '#f6c945' } };

/** Its code could not be loaded: it says so, and tries again with the next click. */
export const CouldNotLoad: Story = {
  play: async ({ canvasElement }) => {
    const chat = canvasElement.querySelector('deskbell-chat');
    const { load } = chat?.constructor as unknown as { load: () => Promise<unknown> };
    Object.assign(chat?.constructor ?? {}, { load: () => Promise.reject(new Error('offline')) });
    await chat?.open().catch(() => undefined);
    Object.assign(chat?.constructor ?? {}, { load });
  },
};
