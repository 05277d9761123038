import type { AgentSession } from '@deskbell/client/agent.js';

const counts = new WeakMap<AgentSession, Map<string, number>>();

const count = (session: AgentSession, conversation: string, by: 1 | -1): number => {
  const all = counts.get(session) ?? new Map<string, number>();
  counts.set(session, all);
  const now = (all.get(conversation) ?? 0) + by;
  all.set(conversation, now);
  return now;
};

/** One element's following of one conversation at a time. A conversation is left when the last element that follows it leaves. */
export class Following {
  private session: AgentSession | undefined;
  private conversation: string | undefined;

  /** Follows another conversation, or none. Returns whether that is a change. */
  turn(session: AgentSession | undefined, conversation: string | undefined): boolean {
    if (session === this.session && conversation === this.conversation) return false;
    this.leave();
    this.session = session;
    this.conversation = conversation;
    if (session && conversation !== undefined && count(session, conversation, 1) === 1) session.follow(conversation);
    return true;
  }

  leave(): void {
    const { session, conversation } = this;
    this.session = undefined;
    this.conversation = undefined;
    if (session && conversation !== undefined && count(session, conversation, -1) === 0) session.unfollow(conversation);
  }
}
