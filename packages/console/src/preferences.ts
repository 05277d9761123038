import { readKept, writeKept } from './storage.js';

/** What an agent chose for this browser. */
export interface Choices {
  /** Whether waiting customers and new messages ring. */
  readonly sound: boolean;
  /** Whether the browser may show a notification while the page is not in front. */
  readonly notifications: boolean;
}

export const DEFAULT_CHOICES: Choices = { sound: true, notifications: false };

const isChoices = (value: unknown): value is Partial<Choices> =>
  typeof value === 'object' && value !== null && Object.values(value).every((choice) => typeof choice === 'boolean');

const keyOf = (workspace: string, agent: string): string =>
  `deskbell:choices:${encodeURIComponent(workspace)}:${encodeURIComponent(agent)}`;

/** The choices of one agent, kept in the browser. */
export class Preferences {
  private readonly storage: Storage | undefined;
  private readonly key: string;
  private choices: Choices;

  constructor(storage: Storage | undefined, workspace: string, agent: string) {
    this.storage = storage;
    this.key = keyOf(workspace, agent);
    this.choices = { ...DEFAULT_CHOICES, ...readKept(storage, this.key, isChoices) };
  }

  get now(): Choices {
    return this.choices;
  }

  /** Whether they are those of this agent. */
  isOf(workspace: string, agent: string): boolean {
    return this.key === keyOf(workspace, agent);
  }

  choose(part: Partial<Choices>): void {
    this.choices = { ...this.choices, ...part };
    writeKept(this.storage, this.key, this.choices);
  }
}
