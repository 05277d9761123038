import { expect } from '@open-wc/testing';
import type { AgentSession } from '@deskbell/client/agent.js';
import { Following } from './following.js';

const recording = () => {
  const heard: string[] = [];
  const session = {
    follow: (id: string) => heard.push(`+${id}`),
    unfollow: (id: string) => heard.push(`-${id}`),
  } as unknown as AgentSession;
  return { heard, session };
};

describe('following', () => {
  it('follows one conversation at a time', () => {
    const { heard, session } = recording();
    const following = new Following();
    expect(following.turn(session, 'one')).to.equal(true);
    expect(following.turn(session, 'one')).to.equal(false);
    following.turn(session, 'two');
    following.leave();
    expect(heard).to.deep.equal(['+one', '-one', '+two', '-two']);
  });

  it('leaves a conversation only with the last element that follows it', () => {
    const { heard, session } = recording();
    const [left, right] = [new Following(), new Following()];
    left.turn(session, 'one');
    right.turn(session, 'one');
    left.leave();
    expect(heard).to.deep.equal(['+one']);
    right.turn(session, undefined);
    expect(heard).to.deep.equal(['+one', '-one']);
  });
});
