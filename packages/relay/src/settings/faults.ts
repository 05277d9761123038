/** One thing that is wrong with a settings document: where (`workspaces[0].sites[1].queue`), and what. */
export interface Fault {
  readonly path: string;
  readonly reason: string;
}

/** A settings document was refused, whole; `faults` has every reason. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[], source = 'the settings') {
    super(
      [`${source} cannot be used:`, ...faults.map(({ path, reason }) => `  ${path === '' ? 'the document' : path} ${reason}`)].join('\n'),
    );
    this.faults = faults;
  }
}

/** A path within a document from a path within one of its parts. */
export const within = (part: string, path: string): string => (part === '' ? path : `${part}.${path}`);
