import type { ConversationView } from '@deskbell/client/conversation-view.js';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { arrivalsIn, type Arrival } from './arrivals-in.js';
import './arrival.js';

/** A summary that has not come by then will not come: what makes it has been taken over twice, ms. */
const GIVEN_UP = 150_000;

/** What was found, and at the end what is being made for who has just got it. */
function shownOf({ log }: ConversationView, now: number): readonly Arrival[] {
  const arrivals = arrivalsIn(log.events);
  const newest = arrivals.at(-1);
  return arrivals.filter((each) => each.summary ?? (log.summary.phase === 'active' && each === newest && now - each.at < GIVEN_UP));
}

/** What depends on the time. */
export const countAt = (view: ConversationView, now: number): number => shownOf(view, now).length;

/** The cards of a conversation, for the slots of its transcript. */
export function cardsOf(view: ConversationView, now: number): TemplateResult {
  const { acceptedAt, waitingSince, queue } = view.log.summary;
  return html`${repeat(
    shownOf(view, now),
    ({ seq }) => seq,
    ({ behind, agent, summary }) =>
      html`<deskbell-arrival
        slot="after-${behind}"
        .summary=${summary}
        agent=${agent.name}
        queue=${queue.name}
        waited=${Math.max(0, (acceptedAt ?? waitingSince) - waitingSince)}
      ></deskbell-arrival>`,
  )}`;
}
