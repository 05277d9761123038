import '@deskbell/console/arrival/arrival.js';
import type { SummaryEvent } from '@deskbell/protocol/events.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Console/Arrival',
  component: 'deskbell-arrival',
  render: ({ summary }) =>
    html`<deskbell-arrival .summary=${summary as SummaryEvent | undefined} agent="Ana Ruiz" queue="Shop" waited="95000"></deskbell-arrival>`,
};

export default meta;

const PICKED: SummaryEvent = {
  type: 'summary.added',
  conversation: 'talk',
  seq: 4,
  id: 'summary',
  at: 1_795_262_400_000,
  by: { id: 'system', name: 'Deskbell', role: 'system' },
  text: 'Customer: Hello, I ordered a lamp on Monday and it has not been sent yet.\nAgent: I am looking it up.\nCustomer: Can it still go to another address?',
  madeBy: 'extract',
  intent: 'Delivery',
  sentiment: 'negative',
  of: 3,
  upTo: 3,
  agent: { id: 'ana', name: 'Ana Ruiz' },
  queue: { id: 'shop', name: 'Shop' },
  waited: 95_000,
  earlier: [],
};

const WRITTEN =
  'The customer misses a lamp that was ordered on Monday, and wants it at another address. The agent looks for it. Open: the new address.';

const shown = (summary?: Partial<SummaryEvent>): StoryObj => ({ args: { summary: summary && { ...PICKED, ...summary } } });

export const Loading: StoryObj = shown();
export const Picked: StoryObj = shown({});
export const Written: StoryObj = shown({ text: WRITTEN, madeBy: 'model', sentiment: 'neutral' });
export const SeveralTransfers: StoryObj = shown({
  text: WRITTEN,
  madeBy: 'model',
  agent: { id: 'cleo', name: 'Cleo Marsh' },
  earlier: [
    { agent: { id: 'ana', name: 'Ana Ruiz' }, at: PICKED.at - 900_000, text: PICKED.text, madeBy: 'extract' },
    { agent: { id: 'ben', name: 'Ben Okafor' }, at: PICKED.at - 300_000, text: 'The lamp is at the carrier.', madeBy: 'model' },
  ],
});
export const NothingKnown: StoryObj = shown({ text: '', intent: null, sentiment: null, waited: 0 });
export const RightToLeft: StoryObj = shown({
  text: 'العميل ينتظر مصباحًا طلبه يوم الاثنين ويريد تغيير عنوان التوصيل.',
  madeBy: 'model',
  agent: { id: 'aya', name: 'آية منصور' },
});
export const LongWords: StoryObj = shown({ text: `Customer: ${'Donaudampfschifffahrt'.repeat(12)}`, intent: 'Intent'.repeat(20) });
