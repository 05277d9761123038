/** What an agent's own choice amounts to; custom statuses of a workspace carry one of these tags. */
export const TAGS = ['available', 'busy', 'away'] as const;
export type Tag = (typeof TAGS)[number];

/** The two ways to talk that have a status each: in writing, and by voice. */
export const MODALITIES = ['digital', 'voice'] as const;
export type Modality = (typeof MODALITIES)[number];

export interface ChosenStatus {
  readonly id: string;
  readonly tag: Tag;
}

export const AVAILABLE: ChosenStatus = { id: 'available', tag: 'available' };
export const AWAY: ChosenStatus = { id: 'away', tag: 'away' };

/** What the system lays over the choice, the uppermost first: of several that lie at once the first here shows (A2). */
export const LAYERS = ['logged-out', 'vanished', 'call', 'login-prep', 'idle', 'full'] as const;
export type Layer = (typeof LAYERS)[number];

/** What shows while a layer is the uppermost. `offline` is nobody's status: the agent is not logged in. */
const SHOWN = {
  'logged-out': 'offline',
  vanished: 'system-away',
  call: 'system-busy',
  'login-prep': 'login-prep',
  idle: 'away-idle',
  full: 'system-busy',
} as const satisfies Record<Layer, string>;

export type SystemStatus = (typeof SHOWN)[Layer];
export type EffectiveStatus = Tag | SystemStatus;

export interface AgentStatus {
  readonly chosen: ChosenStatus;
  readonly layers: { readonly [M in Modality]: readonly Layer[] };
}

/** What changes a status. Filling and freeing of slots concern one modality, everything else the person, so both. */
export type StatusEvent =
  | { readonly type: 'logged-in'; readonly prep: boolean }
  | { readonly type: 'chose'; readonly status: ChosenStatus }
  | { readonly type: 'slots-filled' | 'slot-freed'; readonly modality: Modality }
  | {
      readonly type:
        'prep-over' | 'offer-expired' | 'reply-overdue' | 'call-began' | 'call-ended' | 'vanished' | 'came-back' | 'logged-out';
    };

interface Change {
  readonly lays?: Layer;
  readonly lifts?: readonly Layer[];
  readonly chosen?: ChosenStatus;
}

/** Calls and full slots are facts about conversations: they outlive the session, so no login lifts them (A4). */
const OF_THE_SESSION: readonly Layer[] = ['logged-out', 'vanished', 'login-prep', 'idle'];

/** Which events lay and lift which layer (A3 to A6). */
const CHANGES: { [T in StatusEvent['type']]: (event: Extract<StatusEvent, { type: T }>, status: AgentStatus) => Change } = {
  'logged-in': ({ prep }) => ({ lifts: OF_THE_SESSION, chosen: AWAY, ...(prep && { lays: 'login-prep' }) }),
  // A timer may be late: somebody who is past login prep keeps what they chose.
  'prep-over': (_, { layers }) => (layers.digital.includes('login-prep') ? { lifts: ['login-prep'], chosen: AWAY } : {}),
  chose: ({ status }) => ({ lifts: ['idle'], chosen: status }),
  'offer-expired': () => ({ lays: 'idle' }),
  'reply-overdue': () => ({ lays: 'idle' }),
  'slots-filled': () => ({ lays: 'full' }),
  'slot-freed': () => ({ lifts: ['full'] }),
  'call-began': () => ({ lays: 'call' }),
  'call-ended': () => ({ lifts: ['call'] }),
  vanished: () => ({ lays: 'vanished' }),
  'came-back': () => ({ lifts: ['vanished'] }),
  'logged-out': () => ({ lifts: OF_THE_SESSION, chosen: AWAY, lays: 'logged-out' }),
};

export const LOGGED_OUT: AgentStatus = { chosen: AWAY, layers: { digital: ['logged-out'], voice: ['logged-out'] } };

/** The status after an event. Events that come twice, or late, change nothing the second time. */
export function statusAfter(status: AgentStatus, event: StatusEvent): AgentStatus {
  const change = (CHANGES[event.type] as (event: StatusEvent, status: AgentStatus) => Change)(event, status);
  const layersIn = (modality: Modality): readonly Layer[] => {
    const now = status.layers[modality];
    if ('modality' in event && event.modality !== modality) return now;
    return LAYERS.filter((layer) => layer === change.lays || (now.includes(layer) && !change.lifts?.includes(layer)));
  };
  return { chosen: change.chosen ?? status.chosen, layers: { digital: layersIn('digital'), voice: layersIn('voice') } };
}

/** What an agent is in one modality: the uppermost layer, or where nothing lies what the agent chose (A1, A2). */
export function effectiveStatus({ chosen, layers }: AgentStatus, modality: Modality): EffectiveStatus {
  const uppermost = LAYERS.find((layer) => layers[modality].includes(layer));
  return uppermost === undefined ? chosen.tag : SHOWN[uppermost];
}

/** Whether anything may be offered to an agent in a modality (A1). */
export const isRoutable = (status: AgentStatus, modality: Modality): boolean => effectiveStatus(status, modality) === 'available';

/** Names that are the system's: a workspace's own status by such a name cannot be chosen either (A7). */
const RESERVED: readonly string[] = Object.values(SHOWN);

/** What an agent may choose in a workspace: the built-in two and its own, never the system's (A7). */
export const choosable = (custom: readonly ChosenStatus[]): readonly ChosenStatus[] => [
  AVAILABLE,
  AWAY,
  ...custom.filter(({ id }) => !RESERVED.includes(id) && id !== AVAILABLE.id && id !== AWAY.id),
];

/** Whether an agent may choose now: during login prep the choice would be lost at its end, and nobody chooses while logged out (A7). */
export const mayChoose = ({ layers }: AgentStatus): boolean =>
  MODALITIES.every((modality) => !layers[modality].includes('login-prep') && !layers[modality].includes('logged-out'));

/** Whether an agent is warned who chooses a status: customers are still talking to somebody who says they are away (A8). */
export const warnsOfAway = (chosen: ChosenStatus, activeConversations: number): boolean => chosen.tag === 'away' && activeConversations > 0;

/** Whether a logout is refused: active conversations are to be transferred or closed first (A9). */
export const refusesLogout = (activeConversations: number): boolean => activeConversations > 0;
