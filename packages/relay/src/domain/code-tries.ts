/** Wrong codes that came, as they counted at a moment. */
export interface Tries {
  readonly wrong: number;
  /** When the last one came, ms; 0: none ever did. */
  readonly at: number;
}

/**
 * By whom wrong codes are counted (CB9). `fresh`: the first tries of addresses that were not wrong for a day, which are heard while the site's
 * or the workspace's limit keeps others waiting.
 */
export const TRY_SCOPES = ['address', 'site', 'workspace', 'fresh'] as const;
export type TryScope = (typeof TRY_SCOPES)[number];
export type CodeTries = Readonly<Record<TryScope, Tries>>;

interface Limit {
  /** So many wrong ones cost nothing. */
  readonly free: number;
  /** How long it takes till one counts no more, ms. */
  readonly forgives: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

export const TRY_LIMITS: Record<TryScope, Limit> = {
  address: { free: 3, forgives: 10 * MINUTE },
  site: { free: 20, forgives: MINUTE },
  workspace: { free: 60, forgives: 30 * SECOND },
  fresh: { free: 1_000, forgives: 30 * SECOND },
};

/** The first delay, which doubles with every wrong code more, and the longest, ms. */
const FIRST_DELAY = SECOND;
const LONGEST_DELAY = 5 * MINUTE;
/** By then the delay is the longest; more than that does not count, so that a limit opens soon after the guessing is over. */
const DOUBLINGS = 9;

/** How long nothing is remembered of a wrong code any more, ms. */
export const TRIES_KEPT = DAY;

const NONE: Tries = { wrong: 0, at: 0 };

/** What there is before anybody was wrong. */
export const NO_TRIES: CodeTries = { address: NONE, site: NONE, workspace: NONE, fresh: NONE };

function delayOf(scope: TryScope, { wrong }: Tries): number {
  const over = Math.ceil(wrong) - TRY_LIMITS[scope].free;
  return over < 0 ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** over);
}

function waitOf(scope: TryScope, tries: CodeTries, at: number): number {
  const delay = delayOf(scope, tries[scope]);
  // Another relay's clock may be ahead: that alone is no reason to wait.
  return delay === 0 ? 0 : Math.max(0, tries[scope].at + delay - at);
}

const sharedWait = (tries: CodeTries, at: number): number => Math.max(waitOf('site', tries, at), waitOf('workspace', tries, at));

const isFresh = ({ address }: CodeTries, at: number): boolean => address.wrong === 0 || at - address.at >= DAY;

/** How long to wait before a code is looked at, ms; 0: it may be. */
export function waitFor(tries: CodeTries, at: number): number {
  const own = waitOf('address', tries, at);
  const shared = sharedWait(tries, at);
  if (own > 0 || shared === 0) return own;
  return isFresh(tries, at) ? Math.min(shared, waitOf('fresh', tries, at)) : shared;
}

function counted(scope: TryScope, { wrong, at: before }: Tries, at: number): Tries {
  const { free, forgives } = TRY_LIMITS[scope];
  const left = Math.max(0, wrong - Math.max(0, at - before) / forgives);
  return { wrong: Math.min(left + 1, free + DOUBLINGS), at };
}

/** What counts after a wrong code that was looked at. */
export function afterWrong(tries: CodeTries, at: number): Partial<CodeTries> {
  const address = counted('address', tries.address, at);
  if (sharedWait(tries, at) > 0) return { address, fresh: counted('fresh', tries.fresh, at) };
  return { address, site: counted('site', tries.site, at), workspace: counted('workspace', tries.workspace, at) };
}
