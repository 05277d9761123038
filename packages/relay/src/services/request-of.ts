import type { FieldValues } from '@deskbell/protocol/fields.js';
import { filledAddress, filledText, placesIn } from '@deskbell/protocol/places.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { withTexts } from '../domain/templates.js';
import type { ActionSettings } from '../settings/schema/actions.js';
import type { Call } from './call-out.js';

/** What fills what an action leaves open. */
export interface Fillings {
  readonly conversation: string;
  readonly customer: string;
  readonly queue: string;
  readonly agent: string;
  readonly values: FieldValues;
}

type Made = Pick<Call, 'url' | 'method' | 'headers' | 'body' | 'allowPrivate'>;

/** The request that an action makes of its form: in the address every value is encoded, in a header too, in the body it is JSON. */
export function requestOf(action: ActionSettings, command: string, fillings: Fillings): Made {
  const { fields, request, secret = '', allowPrivate } = action;
  const numbers = new Set(fields.filter(({ kind }) => kind === 'number').map(({ name }) => `field.${name}`));
  const fill = (place: string): string => {
    if (place === 'secret') return secret;
    if (place.startsWith('field.')) return fillings.values[place.slice('field.'.length)] ?? '';
    return fillings[place as Exclude<keyof Fillings, 'values'>];
  };
  // Text that is a number and nothing else stays one.
  const leaf = (text: string): unknown => {
    const [place = ''] = placesIn(text);
    if (text !== `{${place}}` || !numbers.has(place)) return filledText(text, fill);
    return fill(place) === '' ? null : Number(fill(place));
  };
  const address = filledAddress(request.url, fill);
  if (address === undefined) throw new RelayError('malformed', 'values: one of them cannot stand in an address');
  const headers = Object.entries(request.headers).map(
    ([name, text]) =>
      [name, filledText(text, (place) => (place === 'secret' ? secret : encodeURIComponent(fill(place).toWellFormed())))] as const,
  );
  const body = request.body === undefined ? undefined : JSON.stringify(withTexts(request.body, leaf));
  return {
    url: new URL(address),
    method: request.method,
    allowPrivate,
    body,
    headers: {
      Accept: 'application/json, text/plain',
      'User-Agent': 'Deskbell',
      ...(body !== undefined && { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) }),
      ...Object.fromEntries(headers),
      'Accept-Encoding': 'identity',
      'Idempotency-Key': command,
    },
  };
}
