import type { Cobrowse, MirrorSide } from '@deskbell/protocol/cobrowse.js';
import type { ConversationSummary, Reads } from '@deskbell/protocol/conversation.js';
import type { LogEvent } from '@deskbell/protocol/events.js';
import type { Author, Side } from '@deskbell/protocol/people.js';
import type { DeskFace } from '@deskbell/protocol/site.js';
import type { Status } from '@deskbell/protocol/status.js';

/** What the ends of a co-browse session at different relays say to each other. An end is one socket. */
export type MirrorSaid =
  /** An end is there. `isNew`: it takes the place of others of its side. `asks`: an end of the other side is to say that it is there. */
  | { readonly type: 'there'; readonly side: MirrorSide; readonly end: string; readonly isNew: boolean; readonly asks: boolean }
  | { readonly type: 'left'; readonly end: string }
  /** The ends that meet, and what PeerJS knows them by. */
  | {
      readonly type: 'met';
      readonly meeting: string;
      readonly ends: Readonly<Record<MirrorSide, string>>;
      readonly peers: Readonly<Record<MirrorSide, string>>;
    }
  | { readonly type: 'signal'; readonly to: string; readonly data: string }
  /** Base64 of what is sealed. */
  | { readonly type: 'frame'; readonly to: string; readonly frame: string };

/** For whom a peer may do its signalling, and with whom. */
export interface PeerGrant {
  readonly id: string;
  /** The only one that it may send to. */
  readonly other: string;
  readonly purpose: 'cobrowse' | 'call';
  /** What it belongs to: a session, a call. */
  readonly of: string;
  /** Whose it is: `customer`, or an agent's id. */
  readonly person: string;
}

/** What is said of peers, and between them. */
export type PeerSaid =
  /** A peer is there. `asks`: the other is to say so too. */
  | { readonly type: 'there'; readonly asks: boolean }
  | { readonly type: 'left' }
  /** Whoever is this peer has come back by another socket, which is named; any other is an old one. */
  | { readonly type: 'back'; readonly socket: string }
  /** As PeerJS has it, JSON. */
  | { readonly type: 'message'; readonly text: string }
  /** Whom a token is for, which the relay that gave it knows, and its answer. */
  | { readonly type: 'asked'; readonly ask: string; readonly token: string; readonly relay: string }
  | { readonly type: 'answered'; readonly ask: string; readonly grant: PeerGrant | null };

/** What may be different of a co-browse session: the site is known once a code was typed there. */
export type CobrowseNews = Pick<Cobrowse, 'id' | 'state' | 'site' | 'end'>;

/** What one part of the relay tells all others, on every relay. It crosses a bus, so it is plain JSON. */
export type Told =
  | { readonly kind: 'logged'; readonly event: LogEvent }
  | { readonly kind: 'read'; readonly conversation: string; readonly read: Reads }
  /** `from`: the socket it came from, which does not want it back. */
  | {
      readonly kind: 'typing';
      readonly conversation: string;
      readonly by: Author;
      readonly side: Side;
      readonly on: boolean;
      readonly from: string;
    }
  /** How much of a form its customer has filled in. */
  | {
      readonly kind: 'form-reported';
      readonly conversation: string;
      readonly form: string;
      readonly filled: number;
      readonly of: number;
    }
  /** A row. `taken`: an agent has just got it, so that it left the others' sight. */
  | { readonly kind: 'changed'; readonly summary: ConversationSummary; readonly taken: boolean }
  | { readonly kind: 'listening'; readonly on: boolean }
  /** An agent's own status. */
  | { readonly kind: 'status'; readonly status: Status }
  /** The agent signed out: their sockets are closed. */
  | { readonly kind: 'signed-out' }
  /** The settings of a workspace were saved anew: every relay reads them. */
  | { readonly kind: 'settings'; readonly version: number }
  /** What consoles know of the settings is different now. */
  | { readonly kind: 'desk'; readonly desk: DeskFace }
  /** Somebody came to, or left, a queue: places have to be told anew. */
  | { readonly kind: 'moved'; readonly queue: string }
  /** A co-browse session is in another state. */
  | { readonly kind: 'cobrowse'; readonly session: CobrowseNews }
  | { readonly kind: 'mirror'; readonly said: MirrorSaid }
  | { readonly kind: 'peer'; readonly said: PeerSaid }
  /** Something may have been told here that did not arrive: whoever follows has to look anew. */
  | { readonly kind: 'missed' };

// A workspace's id may have dots anywhere, which a bus takes for levels of its own. The tilde is in no id.
const level = (workspace: string): string => workspace.replaceAll('.', '~');

/** Where something is told. */
export const topics = {
  conversation: (id: string) => `conversation.${id}`,
  /** Everything the agents of a workspace need for their trays. */
  desk: (workspace: string) => `desk.${level(workspace)}`,
  /** Every socket of one agent. Agents' ids come from outside, so they are encoded. */
  agent: (workspace: string, id: string) => `agent.${level(workspace)}.${Buffer.from(id).toString('base64url')}`,
  settings: (workspace: string) => `settings.${level(workspace)}`,
  queues: (workspace: string) => `queues.${level(workspace)}`,
  /** The two sides of a co-browse session; its id is no other's in any workspace. */
  cobrowse: (id: string) => `cobrowse.${id}`,
  /** A peer of PeerJS, by the id that the relay gave it; or a relay, by its own, for its tokens. */
  peer: (id: string) => `peer.${id}`,
} as const;

/** One telling on its way to many sockets; what it looks like on the wire is made once for each side, however many sockets get it. */
export interface Envelope {
  readonly told: Told;
  /** The frame for one side, or for a colleague who may not read it (P3); null where they get nothing. */
  frame(to: Side | 'colleague'): string | null;
}

export interface Subscriber {
  deliver(envelope: Envelope): void;
}

/**
 * Tells. Nothing is kept: who is not there finds out by the gap in the log. What one relay tells on one topic arrives in the order in which
 * it was told, at every subscriber, also what is told while something is delivered; of two relays either may be first. What could not be
 * brought to another relay is made up for by `missed`, as soon as it is reached again. A subscriber that throws costs the others nothing.
 * Subscribing twice is subscribing once; who unsubscribes hears nothing more. The contract suite in contract.ts runs on every driver.
 */
export interface Hub {
  publish(topic: string, told: Told): void;
  /** Tells `missed` on every topic, at every relay: something happened that nobody was told of, and nobody knows what. */
  missed(): void;
  subscribe(topic: string, subscriber: Subscriber): void;
  unsubscribe(topic: string, subscriber: Subscriber): void;
  /** Settles when all that was subscribed so far hears every relay. What is read from the store after that has no hole before the first telling. */
  subscribed(): Promise<void>;
  /** Looks whether other relays are still reached; to be called about once a second. */
  check(): void;
  /** Whether other relays are out of reach. Its own people a relay tells all the same. */
  readonly isAway: boolean;
  close(): Promise<void>;
}
