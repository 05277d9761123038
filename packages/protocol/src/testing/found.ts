import * as fc from 'fast-check';
import { MAKERS, SENTIMENTS } from '../summaries.js';
import { line, moment, named, seq, text } from './arbitraries.js';

/** What stands in a summary. */
export const found = {
  text,
  madeBy: fc.constantFrom(...MAKERS),
  intent: fc.option(line),
  sentiment: fc.option(fc.constantFrom(...SENTIMENTS)),
  of: seq,
  upTo: seq,
  agent: named,
  queue: named,
  waited: fc.nat(),
  earlier: fc.array(fc.record({ agent: named, at: moment, text, madeBy: fc.constantFrom(...MAKERS) }), { maxLength: 3 }),
};
