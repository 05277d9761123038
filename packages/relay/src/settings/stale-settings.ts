import { RelayError } from '@deskbell/protocol/refusals.js';

/** Somebody else saved settings meanwhile; `version` is that of the ones that run now. */
export class StaleSettings extends RelayError {
  readonly version: number;

  constructor(version: number) {
    super('stale', `the settings were changed meanwhile; their version is ${String(version)} now`);
    this.version = version;
  }
}
