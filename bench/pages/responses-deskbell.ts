import '@deskbell/console/compose/compose.js';
import '@deskbell/console/responses/responses.js';
import { manyResponses } from '@deskbell/client/testing/responses.js';
import { searchIn } from '@deskbell/console/response-library/search.js';
import { seed } from '@deskbell/client/testing/scenes.js';
import { simulatedAgent } from '@deskbell/client/testing/simulated-sessions.js';
import { simulateRelay } from '@deskbell/client/testing/simulate-relay.js';

const relay = simulateRelay();
relay.changeResponses(manyResponses(Number(new URLSearchParams(location.search).get('size'))));
const conversation = seed(relay);

const desk = Object.assign(document.createElement('deskbell-desk'), { session: simulatedAgent(relay), selected: conversation });
desk.append(document.createElement('deskbell-compose'));
document.getElementById('place')?.append(desk);

const composer = () => desk.querySelector('deskbell-compose')?.shadowRoot?.querySelector('deskbell-composer');
const responses = () => composer()?.querySelector('deskbell-responses')?.shadowRoot;

Object.assign(window, {
  /** The box, once it can be written in and has its tool. */
  field: () =>
    responses()?.querySelector('button:enabled')
      ? (composer()?.querySelector('deskbell-editor')?.shadowRoot?.querySelector('.ProseMirror') ?? null)
      : null,
  /** Resolves once all of them have been taken in, for the search. */
  taken: async () => {
    const library = responses()?.querySelector('deskbell-response-library')?.library;
    if (!library) throw new Error('no library is open');
    await searchIn(library).ready;
  },
  /** How many were found of those that are searched. */
  found: () => {
    const library = responses()?.querySelector('deskbell-response-library')?.shadowRoot;
    return Number(library?.querySelector('[role=tab] .count')?.textContent.replace(/\D/g, '') ?? 0);
  },
});
