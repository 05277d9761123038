import type { Action } from './action.js';
import { openLog } from './open-log.js';

export const followConversation: Action<'conversation.follow'> = (deps, caller, { conversation, after }) =>
  openLog(deps, caller, conversation, after);

export const unfollowConversation: Action<'conversation.unfollow'> = (_, caller, { conversation }) => {
  caller.unfollow(conversation);
};
