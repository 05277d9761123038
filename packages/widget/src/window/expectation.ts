import { msg, str } from '@lit/localize';
import type { CustomerState } from '@deskbell/client/customer.js';
import { formatLocale } from '@deskbell/parts/locale.js';

/** A wait as minutes from so many to so many, the first at least one. */
function minutesOf({ low, high }: NonNullable<CustomerState['wait']>): string {
  const [from, to] = [low, high].map((ms) => Math.max(1, Math.round(ms / 60_000)));
  return new Intl.NumberFormat(formatLocale(), { style: 'unit', unit: 'minute' }).formatRange(from ?? 1, Math.max(from ?? 1, to ?? 1));
}

/** The line under the team's name: who is there, which place in the queue, or how long an answer usually takes. Empty where nothing is known. */
export function expectation({ conversation, place, wait, site }: CustomerState): string {
  const summary = conversation?.log.summary;
  if (summary?.phase === 'active' && summary.agent) return msg(str`You are talking with ${summary.agent.name}`);
  if (summary?.phase === 'bot' && site?.bot) return msg(str`You are talking with ${site.bot.name}, an AI agent`);
  if (summary?.phase === 'waiting' && place !== undefined) {
    const line = place === 1 ? msg('You are next in line') : msg(str`Your place in line: ${place.toLocaleString(formatLocale())}`);
    return wait ? `${line} · ${msg(str`about ${minutesOf(wait)}`)}` : line;
  }
  const minutes = site?.usualReplyMinutes;
  if (minutes === null || minutes === undefined || summary?.phase === 'closed') return '';
  const time = new Intl.NumberFormat(formatLocale(), { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes);
  return msg(str`Usually answers in ${time}`);
}
