import { CODE_LASTS, type BegunCobrowse } from '@deskbell/protocol/cobrowse.js';
import type { Author, Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { settingsOf } from '../actions/settings-of.js';
import type { Deps } from '../deps.js';
import { cobrowseOf } from '../domain/cobrowse.js';
import { mustRead, standingOf } from '../domain/permissions.js';
import type { CobrowseBasis, CobrowseBeginning } from '../store/cobrowse-store.js';
import type { ConversationRow } from '../store/store.js';
import { tellSession } from './tell-session.js';

/** The most sessions of one agent that have not ended: each is a code that somebody could guess. */
const MOST_ALIVE = 10;

/** A session that an agent wants. */
export interface AskedCobrowse {
  /** Of the session that it becomes. */
  readonly id: string;
  readonly conversation?: string | undefined;
  readonly by: 'chat' | 'code';
}

/** Throws why not in this chat: it is for who has it, while it goes on, one session at a time (CB5). */
function mustHave(person: Person, { row, isTaken }: CobrowseBasis): ConversationRow {
  const held = mustRead(person, row);
  if (standingOf(person, held) !== 'owner') throw new RelayError('wrong-role', 'co-browse is for the agent who has the conversation');
  if (held.phase !== 'active')
    throw new RelayError('wrong-phase', 'the conversation has ended; begin a co-browse session with a code, without it');
  if (isTaken) throw new RelayError('already-open', 'this conversation has a co-browse session already; end that one first');
  return held;
}

/** Throws `wrong-role` where a workspace has no co-browse. */
export function mustBeOn(deps: Pick<Deps, 'directory'>, workspace: string): void {
  if (!settingsOf(deps, workspace).cobrowse.enabled)
    throw new RelayError('wrong-role', 'co-browse is turned off in the settings of the workspace (cobrowse.enabled)');
}

/** Begins a session: asks the customer of a chat, or makes a code to be read out, which is told here and never again. */
export async function beginCobrowse(deps: Deps, person: Person, { id, conversation, by }: AskedCobrowse): Promise<BegunCobrowse> {
  const { store, tokens, now, newId } = deps;
  const { workspace, name, role } = person;
  mustBeOn(deps, workspace);
  const at = now();
  const author: Author = { id: person.id, name, role };
  const line = { at, who: author, session: id, conversation };
  let code: string | undefined;
  const decide = (basis: CobrowseBasis): CobrowseBeginning => {
    const row = conversation === undefined ? undefined : mustHave(person, basis);
    if (basis.alive >= MOST_ALIVE)
      throw new RelayError('still-busy', `you have ${String(MOST_ALIVE)} co-browse sessions that have not ended; end one first`);
    if (by === 'chat' && row)
      return {
        site: row.site,
        code: null,
        event: { type: 'cobrowse.asked', id, at, by: author },
        audit: [{ what: 'cobrowse.asked', ...line }],
      };
    code = tokens.cobrowse.newCode();
    const hash = tokens.cobrowse.hashOfCode(workspace, code);
    return { site: null, code: { hash, until: at + CODE_LASTS }, audit: [{ what: 'cobrowse.code-made', ...line }] };
  };
  const fresh = { id, workspace, by, agent: { id: person.id, name }, conversation: conversation ?? null, at, endEvent: newId() };
  const begun = await store.beginCobrowse(fresh, decide);
  tellSession(deps, begun);
  const { session, again } = begun;
  const told = again || code === undefined ? {} : { code, codeUntil: at + CODE_LASTS };
  return { session: cobrowseOf(session), ...told, now: at };
}
