import '@deskbell/console/tray-row/tray-row.js';
import type { DeskbellTrayRow } from '@deskbell/console/tray-row/tray-row.js';
import { UNROUTED, type ConversationSummary } from '@deskbell/protocol/conversation.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './show.js';

type Args = Pick<DeskbellTrayRow, 'standing' | 'selected' | 'unread' | 'typing' | 'failed' | 'draft' | 'blocked' | 'gone'> & {
  customer: string;
  line: string;
  phase: ConversationSummary['phase'];
};

const rowOf = ({ customer, line, phase }: Args): ConversationSummary => {
  const at = Date.now() - 141_000;
  return {
    id: 'row',
    ...UNROUTED,
    channel: 'chat',
    phase,
    queue: { id: 'shop', name: 'Shop' },
    customer: { id: customer, name: customer },
    agent: null,
    startedAt: at,
    waitingSince: at,
    acceptedAt: at,
    assignedAt: at,
    endedAt: phase === 'closed' ? at : null,
    awaitingSince: at,
    seq: 1,
    read: { customer: 0, agent: 0 },
    lastLine: line ? { text: line, by: 'customer', at } : null,
    disposition: phase === 'closed' ? 'resolved' : null,
  };
};

const meta: Meta<Args> = {
  title: 'Console/TrayRow',
  component: 'deskbell-tray-row',
  args: {
    customer: 'Maya Lindqvist',
    line: 'Can it still go to another address?',
    phase: 'active',
    standing: 'engaged',
    selected: false,
    unread: false,
    typing: false,
    failed: false,
    draft: '',
    blocked: false,
    gone: false,
  },
  argTypes: {
    standing: { control: 'select', options: ['waiting', 'engaged', 'overdue', 'wrapUp', 'closed'] },
    phase: { control: 'select', options: ['waiting', 'active', 'wrapUp', 'closed'] },
  },
  render: (args) => html`<div class="column">
    <deskbell-tray-row
      tabbable
      .row=${rowOf(args)}
      .standing=${args.standing}
      .outcome=${args.standing === 'closed' ? 'Resolved' : ''}
      .selected=${args.selected}
      .unread=${args.unread}
      .typing=${args.typing}
      .failed=${args.failed}
      .draft=${args.draft}
      .blocked=${args.blocked}
      .gone=${args.gone}
    ></deskbell-tray-row>
  </div>`,
};

export default meta;

const story = (args: Partial<Args>): StoryObj<Args> => ({ args });

export const Waiting = story({ phase: 'waiting', standing: 'waiting' });
export const Engaged = story({});
export const Selected = story({ selected: true });
export const Unread = story({ unread: true });
export const Overdue = story({ standing: 'overdue' });
export const Typing = story({ typing: true });
export const NotDelivered = story({ failed: true });
export const Drafted = story({ draft: 'Tell me the new address and' });
export const WrapUp = story({ phase: 'wrapUp', standing: 'wrapUp' });
export const Closed = story({ phase: 'closed', standing: 'closed' });
export const Gone = story({ phase: 'waiting', gone: true });
export const WithoutNameOrMessage = story({ phase: 'waiting', standing: 'waiting', customer: '', line: '' });
export const LongWords = story({ customer: 'Donaudampfschifffahrtsgesellschaft '.repeat(4), line: 'x'.repeat(200) });
