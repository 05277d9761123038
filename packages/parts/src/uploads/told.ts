import { msg, str } from '@lit/localize';
import type { FileLimits } from '@deskbell/protocol/attachments.js';
import { formatLocale } from '../locale.js';
import { faultWords } from './faults.js';
import type { Upload } from './upload.js';

const isGoing = ({ phase }: Pick<Upload, 'phase'>): boolean => phase === 'sending' || phase === 'checking';

/**
 * What is to be read out when the files on their way went from one state to the next: what went wrong at once, that all is well when nothing
 * is on its way any more, and nothing between. Empty where there is nothing to say.
 */
export function told(before: readonly Upload[], now: readonly Upload[], limits: FileLimits, most: number): string {
  const phases = new Map(before.map(({ id, phase }) => [id, phase]));
  // Another place than before: nothing has happened there.
  if (before.length && !now.some(({ id }) => phases.has(id))) return '';
  const turned = now.filter(({ id, phase }) => phases.get(id) !== phase);
  const wrong = turned.flatMap(({ name, phase, why }) => (why && !isGoing({ phase }) ? [`${name}: ${faultWords(why, limits, most)}`] : []));
  const [ready, ...others] = now.filter(({ phase }) => phase === 'ready');
  const isDone = turned.some(({ id, phase }) => phase === 'ready' && phases.has(id)) && !now.some(isGoing);
  if (!isDone || !ready) return wrong.join(' ');
  const count = (others.length + 1).toLocaleString(formatLocale());
  return [...wrong, others.length ? msg(str`Files that are ready: ${count}`) : msg(str`${ready.name} is ready`)].join(' ');
}
