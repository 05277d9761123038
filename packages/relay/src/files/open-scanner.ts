import { StartError } from '../start-error.js';
import { ClamdScanner } from './clamd-scanner.js';
import { HttpScanner } from './http-scanner.js';
import type { Scanner } from './scanner.js';

export interface ScannerOptions {
  /** The address that files are POSTed to before they are handed out: see HttpScanner. */
  readonly scanner?: string;
  /** `host` or `host:port` of a clamd. */
  readonly clamd?: string;
}

/** What looks at files; undefined where nothing is named. */
export function openScanner({ scanner, clamd }: ScannerOptions): Scanner | undefined {
  if (scanner !== undefined && clamd !== undefined)
    throw new StartError('There are two scanners: set DESKBELL_SCANNER or CLAMD_HOST, not both.');
  if (scanner !== undefined && !URL.canParse(scanner)) throw new StartError(`DESKBELL_SCANNER has to be an address, not "${scanner}".`);
  if (scanner !== undefined) return new HttpScanner(scanner);
  return clamd === undefined ? undefined : new ClamdScanner(clamd);
}
