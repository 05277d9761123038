// Defines every element of the console, the desk first: whatever is below it on a page finds it there.
import './desk/desk.js';
import './console/console.js';
import type { DeskbellFormBuilder } from './form-builder/form-builder.js';

export type { AgentSession, AgentState, ClosedPage } from '@deskbell/client/agent.js';
export { createAgentSession } from '@deskbell/client/agent-session.js';
export { setLocale } from '@deskbell/parts/locale.js';
export { DeskbellClosed } from './closed/closed.js';
export { DeskbellCompose } from './compose/compose.js';
export { DeskbellConsole } from './console/console.js';
export { DeskbellConversation } from './conversation/conversation.js';
export { DeskbellDesk } from './desk/desk.js';
export type { DeskbellFormBuilder };
export { DeskbellInfo } from './info/info.js';
export { DeskbellThread } from './thread/thread.js';
export { DeskbellTray } from './tray/tray.js';
export { DeskbellWrapUp } from './wrap-up/wrap-up.js';
export {
  DeskbellAcceptEvent,
  DeskbellAcceptedEvent,
  DeskbellClosedEvent,
  DeskbellEndedEvent,
  DeskbellRejectEvent,
  DeskbellSelectEvent,
  DeskbellTransferredEvent,
} from './events.js';

/**
 * Fetches what defines `<deskbell-form-builder>`, which only admins need.
 * @public
 */
export const loadFormBuilder = async (): Promise<typeof DeskbellFormBuilder> =>
  (await import('./form-builder/form-builder.js')).DeskbellFormBuilder;
