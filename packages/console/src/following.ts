import type { AgentSession } from '@deskbell/client/agent.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const counts = new WeakMap<AgentSession, Map<string, number>>();

const count = (session: AgentSession, conversation: string, by: 1 | -1): number => {
  const all = counts.get(session) ?? new Map<string, number>();
  counts.set(session, all);
  const now = (all.get(conversation) ?? 0) + by;
  all.set(conversation, now);
  return now;
};

/** What an element wants to follow. */
export interface Wanted {
  readonly session: AgentSession | undefined;
  readonly conversation: string | undefined;
}

/** Follows the one conversation that an element shows. A conversation is left when the last element that follows it leaves. */
export class Following implements ReactiveController {
  private readonly wanted: () => Wanted;
  private session: AgentSession | undefined;
  private conversation: string | undefined;

  constructor(host: ReactiveControllerHost, wanted: () => Wanted) {
    this.wanted = wanted;
    host.addController(this);
  }

  hostUpdate(): void {
    const { session, conversation } = this.wanted();
    if (session === this.session && conversation === this.conversation) return;
    this.hostDisconnected();
    this.session = session;
    this.conversation = conversation;
    if (session && conversation !== undefined && count(session, conversation, 1) === 1) session.follow(conversation);
  }

  hostDisconnected(): void {
    const { session, conversation } = this;
    this.session = undefined;
    this.conversation = undefined;
    if (session && conversation !== undefined && count(session, conversation, -1) === 0) session.unfollow(conversation);
  }
}
