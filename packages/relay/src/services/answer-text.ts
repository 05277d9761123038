import { MAX_TEXT, cleanText } from '@deskbell/protocol/text.js';
import { shownOf } from '../domain/templates.js';
import type { ActionSettings } from '../settings/schema/actions.js';
import { CallFault } from './call-fault.js';
import type { Answer } from './call-out.js';

const isHtml = (type: string, text: string): boolean =>
  /^(text\/html|application\/xhtml\+xml)$/.test(type) || /^\s*<(!doctype html|html)\b/i.test(text);

const isText = (type: string): boolean => type === '' || /^(text\/.*|application\/(json|.*\+json))$/.test(type);

function decoded({ type, isEncoded, body }: Answer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new CallFault('not-text');
  }
  if (isHtml(type, text)) throw new CallFault('html');
  if (isEncoded || !isText(type) || text.includes('\0')) throw new CallFault('not-text');
  return text;
}

function parsed(text: string, isAsked: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (isAsked) throw new CallFault('not-json');
    return text;
  }
}

/** A service may say back what it was told: whatever it wrote the secret as, nobody is to read it. */
function withoutSecret(text: string, secret: string | undefined): string {
  if (secret === undefined) return text;
  const written = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
  return written.reduce((rest, each) => rest.replaceAll(each, '•••'), text);
}

const cut = (text: string): string => (text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1).toWellFormed()}…`);

/** What agents read of an answer. Throws a {@link CallFault} for what cannot be read. */
export function answerText({ answer: rule, secret }: Pick<ActionSettings, 'answer' | 'secret'>, answer: Answer): string {
  const text = decoded(answer);
  if (text.trim() === '' && !rule) return '';
  const isJson = rule !== undefined || answer.type.endsWith('json');
  const shown = cleanText(isJson ? shownOf(parsed(text, rule !== undefined), rule) : text);
  if (shown === '' && rule) throw new CallFault('no-answer');
  return cut(withoutSecret(shown, secret));
}
