import { AiTable } from './ai-table.js';
import { CobrowseTable } from './cobrowse-table.js';
import { ConversationChanges } from './conversation-changes.js';
import type { DatabaseAddress } from './database.js';
import { attempt } from './faults.js';
import { FormTable } from './form-table.js';
import type { AnswerPlace, FormAnswer } from './forms-store.js';
import { GroupCommit } from './group-commit.js';
import { APPEND_SESSION, MessageAppender } from './message-appender.js';
import { Line } from './line.js';
import { migrate } from './migrate.js';
import { Pool } from './pool.js';
import { startFault } from './start-fault.js';
import { SettingsTable } from './settings-table.js';
import { SurveyTable } from './survey-table.js';
import type { AnswersQuery, CountsQuery } from './surveys-store.js';
import type { AppendedMessage, Change, Changed, ConversationRow, NewMessage, SavedSettings, SettingsChange, Store } from './store.js';

export interface PostgresOptions {
  readonly address: DatabaseAddress;
  /** Connections at the most; the appends have one of their own besides. */
  readonly connections?: number;
  /** How long a statement may take, ms. */
  readonly statementTimeout?: number;
}

/** A relay that vanished in the middle of a transaction holds a conversation no longer than this, ms. */
const VANISHED = { idle_in_transaction_session_timeout: '10000' };

/** A statement that hangs must not hold a relay, ms. */
const STATEMENT_TIMEOUT = 30_000;

/** How many connections a relay needs beside the one that appends. */
const CONNECTIONS = 6;

/** Connects, and brings the database to this build's version. Throws a StartError where it cannot be reached, or is newer. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { address, connections = CONNECTIONS, statementTimeout = STATEMENT_TIMEOUT } = options;
  const migrating = new Pool(address, 1);
  try {
    await migrate(migrating);
  } catch (error) {
    throw startFault(address, error);
  } finally {
    await migrating.end();
  }
  const doubt = { isThere: false };
  const lost = (): void => void (doubt.isThere = true);
  return new PostgresStore(
    new Pool(address, connections, { statementTimeout, settings: VANISHED }, lost),
    new Line(address, { statementTimeout, settings: { ...VANISHED, ...APPEND_SESSION } }, lost),
    doubt,
  );
}

/** Everything that must not be lost, in PostgreSQL. */
class PostgresStore extends ConversationChanges implements Store {
  readonly #pool: Pool;
  readonly #line: Line;
  readonly #commits: GroupCommit;
  readonly #settings: SettingsTable;
  readonly #ai: AiTable;
  readonly #surveys: SurveyTable;
  readonly #forms: FormTable;
  readonly #cobrowse: CobrowseTable;
  readonly #doubt: { isThere: boolean };

  constructor(pool: Pool, line: Line, doubt: { isThere: boolean }) {
    super(pool);
    this.#pool = pool;
    this.#line = line;
    this.#doubt = doubt;
    this.#settings = new SettingsTable(pool);
    this.#ai = new AiTable(pool);
    this.#surveys = new SurveyTable(pool);
    this.#forms = new FormTable(pool);
    this.#cobrowse = new CobrowseTable(pool);
    this.#commits = new GroupCommit(new MessageAppender(line));
  }

  appendMessage(message: NewMessage): Promise<AppendedMessage> {
    return this.#commits.append(message);
  }

  settings(workspace: string): Promise<SavedSettings | undefined> {
    return this.#settings.settings(workspace);
  }

  saveSettings(settings: SavedSettings, about?: SettingsChange): Promise<void> {
    return this.#settings.saveSettings(settings, about);
  }

  reserveTokens(workspace: string, day: number, tokens: number, budget: number): Promise<boolean> {
    return this.#ai.reserveTokens(workspace, day, tokens, budget);
  }

  returnTokens(workspace: string, day: number, tokens: number): Promise<void> {
    return this.#ai.returnTokens(workspace, day, tokens);
  }

  sentSurvey(conversation: string, id: string): ReturnType<Store['sentSurvey']> {
    return this.#surveys.sentSurvey(conversation, id);
  }

  scoreCounts(query: CountsQuery): ReturnType<Store['scoreCounts']> {
    return this.#surveys.scoreCounts(query);
  }

  surveyAnswers(query: AnswersQuery & { page: string | null; limit: number }): ReturnType<Store['surveyAnswers']> {
    return this.#surveys.surveyAnswers(query);
  }

  answerForm(answer: FormAnswer, decide: (row: ConversationRow, place: AnswerPlace) => Change): Promise<Changed> {
    return this.#forms.answerForm(answer, decide);
  }

  eraseExpired(at: number, limit: number): Promise<number> {
    return this.#forms.eraseExpired(at, limit);
  }

  cobrowse(...asked: Parameters<Store['cobrowse']>): ReturnType<Store['cobrowse']> {
    return this.#cobrowse.cobrowse(...asked);
  }

  liveCobrowse(...asked: Parameters<Store['liveCobrowse']>): ReturnType<Store['liveCobrowse']> {
    return this.#cobrowse.liveCobrowse(...asked);
  }

  countCobrowse(): ReturnType<Store['countCobrowse']> {
    return this.#cobrowse.countCobrowse();
  }

  beginCobrowse(...asked: Parameters<Store['beginCobrowse']>): ReturnType<Store['beginCobrowse']> {
    return this.#cobrowse.beginCobrowse(...asked);
  }

  changeCobrowse(...asked: Parameters<Store['changeCobrowse']>): ReturnType<Store['changeCobrowse']> {
    return this.#cobrowse.changeCobrowse(...asked);
  }

  redeemCode(...asked: Parameters<Store['redeemCode']>): ReturnType<Store['redeemCode']> {
    return this.#cobrowse.redeemCode(...asked);
  }

  savePass(...asked: Parameters<Store['savePass']>): Promise<void> {
    return this.#cobrowse.savePass(...asked);
  }

  takePass(...asked: Parameters<Store['takePass']>): ReturnType<Store['takePass']> {
    return this.#cobrowse.takePass(...asked);
  }

  seeCobrowse(...asked: Parameters<Store['seeCobrowse']>): Promise<void> {
    return this.#cobrowse.seeCobrowse(...asked);
  }

  forgetCobrowse(...asked: Parameters<Store['forgetCobrowse']>): Promise<void> {
    return this.#cobrowse.forgetCobrowse(...asked);
  }

  async ready(): Promise<void> {
    await attempt(() => this.#pool.ask('select 1'));
  }

  async takeDoubt(): Promise<boolean> {
    if (!this.#doubt.isThere) return false;
    this.#doubt.isThere = false;
    try {
      // By the time that it answers again it is decided what was saved.
      await this.ready();
    } catch (fault) {
      this.#doubt.isThere = true;
      throw fault;
    }
    return true;
  }

  async close(): Promise<void> {
    await this.#commits.idle();
    await Promise.all([this.#pool.end(), this.#line.end()]);
  }
}
