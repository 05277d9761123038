import type { Modality } from './agent-status.js';

/** Channels that take slots. Voicemails and co-browsing by itself take none, so they are not counted here. */
export const SLOT_CHANNELS = ['chat', 'email', 'voice'] as const;
export type SlotChannel = (typeof SLOT_CHANNELS)[number];

const MODALITY: Record<SlotChannel, Modality> = { chat: 'digital', email: 'digital', voice: 'voice' };

/** When the slot of a conversation that is over gets free: at once, with the disposition or its time, or without any wrap-up. */
export const WRAP_UP_MODES = ['immediate', 'timed', 'off'] as const;
export type WrapUpMode = (typeof WRAP_UP_MODES)[number];

/** How an agent holds a conversation. */
export const HOLDINGS = ['offered', 'active', 'snoozed', 'wrapUp'] as const;
export type Holding = (typeof HOLDINGS)[number];

export interface HeldConversation {
  readonly channel: SlotChannel;
  readonly holding: Holding;
  /** The mode of the queue where it is now: after transfers the last queue's counts. */
  readonly wrapUp: WrapUpMode;
}

/** A number of slots for each channel. */
export type Slots = { readonly [C in SlotChannel]: number };

/** Which conversations take a slot (C1 to C3). */
const TAKES_SLOT: Record<Holding, Record<WrapUpMode, boolean>> = {
  offered: { immediate: true, timed: true, off: true },
  active: { immediate: true, timed: true, off: true },
  snoozed: { immediate: false, timed: false, off: false },
  wrapUp: { immediate: false, timed: true, off: false },
};

export const takesSlot = ({ holding, wrapUp }: HeldConversation): boolean => TAKES_SLOT[holding][wrapUp];

/** How many slots of each channel an agent's conversations take. */
export function loadOf(conversations: readonly HeldConversation[]): Slots {
  const load = { chat: 0, email: 0, voice: 0 };
  for (const conversation of conversations) if (takesSlot(conversation)) load[conversation.channel] += 1;
  return load;
}

/** How many slots are free; none, not fewer, where a conversation that came back exceeds them (C5). */
export const freeSlots = (channel: SlotChannel, load: Slots, capacity: Slots): number => Math.max(0, capacity[channel] - load[channel]);

/** Whether an agent can take one more. One that comes back from snooze is the agent's already and always finds room (C5). */
export const mayTake = (comesBy: 'offer' | 'transfer' | 'wake', channel: SlotChannel, load: Slots, capacity: Slots): boolean =>
  comesBy === 'wake' || freeSlots(channel, load, capacity) > 0;

/** Whether a modality is System Busy: it has slots at all, and none of its channels has a free one (C4). */
export function isFull(modality: Modality, load: Slots, capacity: Slots): boolean {
  const channels = SLOT_CHANNELS.filter((channel) => MODALITY[channel] === modality && capacity[channel] > 0);
  return channels.length > 0 && channels.every((channel) => freeSlots(channel, load, capacity) === 0);
}
