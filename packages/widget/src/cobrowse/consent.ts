import { msg, str } from '@lit/localize';
import type { Question } from './question.js';

/** What is asked before anybody sees anything: who will, what of it, and what not. */
export const consent = (agent: string): Question => ({
  title: msg(str`Show ${agent} your page?`),
  text: msg(
    str`${agent} sees this page and the next ones you open on this site, till you stop. Passwords, card numbers and what the site keeps private are hidden.`,
  ),
  yes: msg('Show my page'),
  no: msg('Not now'),
});
