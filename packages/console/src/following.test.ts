import { expect } from '@open-wc/testing';
import type { AgentSession } from '@deskbell/client/agent.js';
import type { ReactiveControllerHost } from 'lit';
import { Following } from './following.js';

const recording = () => {
  const heard: string[] = [];
  const session = {
    follow: (id: string) => heard.push(`+${id}`),
    unfollow: (id: string) => heard.push(`-${id}`),
  } as unknown as AgentSession;
  return { heard, session };
};

/** An element that is updated to show a conversation; taken out of the page for undefined. */
const follower = (session: AgentSession) => {
  let conversation: string | undefined;
  const host = { addController: () => undefined } as unknown as ReactiveControllerHost;
  const following = new Following(host, () => ({ session, conversation }));
  return (shown: string | undefined) => {
    conversation = shown;
    if (shown === undefined) following.hostDisconnected();
    else following.hostUpdate();
  };
};

describe('following', () => {
  it('follows one conversation at a time', () => {
    const { heard, session } = recording();
    const turn = follower(session);
    turn('one');
    turn('one');
    turn('two');
    turn(undefined);
    expect(heard).to.deep.equal(['+one', '-one', '+two', '-two']);
  });

  it('leaves a conversation only with the last element that follows it', () => {
    const { heard, session } = recording();
    const [left, right] = [follower(session), follower(session)];
    left('one');
    right('one');
    left(undefined);
    expect(heard).to.deep.equal(['+one']);
    right(undefined);
    expect(heard).to.deep.equal(['+one', '-one']);
  });
});
