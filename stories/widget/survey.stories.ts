import { ANA, ends, rates, seed, surveys } from '@deskbell/client/testing/scenes.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { simulatedCustomer } from '@deskbell/client/testing/simulated-sessions.js';
import type { Survey } from '@deskbell/protocol/surveys.js';
import '@deskbell/widget/survey/survey.js';
import '@deskbell/widget/window/window.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { GERMAN_AND_ARABIC } from './survey-words.js';

const STARS: Survey = {
  id: 'csat',
  name: 'Satisfaction',
  kind: 'stars',
  question: 'How was your chat with us?',
  comment: 'What made it so?',
  translations: GERMAN_AND_ARABIC,
};

interface Scene {
  readonly survey?: Partial<Survey>;
  /** What the customer chose, without sending it. */
  readonly chosen?: number;
  readonly answered?: readonly [score: number, comment: string];
  /** There is no network when it is sent. */
  readonly isCutOff?: boolean;
  readonly isRefused?: boolean;
  readonly isSkipped?: boolean;
}

/** The card's shadow root, once there is something to be pressed in it. */
async function cardIn(window: HTMLElement): Promise<ShadowRoot> {
  for (;;) {
    const talk = window.shadowRoot?.querySelector('deskbell-chat-talk');
    const card = talk?.shadowRoot?.querySelector('deskbell-transcript')?.shadowRoot?.querySelector('deskbell-survey')?.shadowRoot;
    if (card?.querySelector('form')) return card;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** A window at the end of a chat, with a survey. */
function show({ survey, chosen, answered, isCutOff, isRefused, isSkipped }: Scene, locale: string): HTMLElement {
  localStorage.clear();
  const relay = new SimulatedRelay();
  const conversation = seed(relay, { messages: 4 });
  const session = simulatedCustomer(relay);
  const window = document.createElement('deskbell-chat-window');
  window.siteKey = `story-${String(Math.random())}`;
  window.locale = locale;
  window.session = session;
  let sent: string | undefined;
  const act = async (survey: string) => {
    if (answered) return;
    const card = await cardIn(window);
    if (isSkipped) card.querySelector<HTMLButtonElement>('.quiet')?.click();
    if (chosen !== undefined) card.querySelector<HTMLInputElement>(`[value='${String(chosen)}']`)?.click();
    if (isCutOff) relay.network.drop();
    if (isRefused) relay.refuseNext('survey.answer', 'malformed');
    if (isCutOff || isRefused) session.answerSurvey(survey, 4, 'Quick and kind.');
  };
  session.subscribe(({ conversation: view }) => {
    if (sent !== undefined || !view?.log.events.length) return;
    queueMicrotask(() => {
      if (sent !== undefined) return;
      ends(relay, conversation, ANA);
      sent = surveys(relay, conversation, { ...STARS, ...survey });
      if (answered) rates(relay, conversation, sent, ...answered);
      void act(sent);
    });
  });
  void window.updateComplete.then(() => window.show());
  return window;
}

const meta: Meta = { title: 'Widget/Survey', component: 'deskbell-survey', parameters: { layout: 'fullscreen' } };

export default meta;

const story = (scene: Scene = {}): StoryObj => ({ render: (_, { globals }) => show(scene, String(globals.locale ?? 'en')) });

export const Stars = story();

/** Chosen, with room for a comment. */
export const StarsChosen = story({ chosen: 4 });

export const Smileys = story({ survey: { kind: 'smileys' } });

export const SmileysChosen = story({ survey: { kind: 'smileys' }, chosen: 5 });

const NPS = { kind: 'nps', question: 'How likely are you to recommend us to a friend?' } as const;

export const ZeroToTen = story({ survey: NPS });

export const ZeroToTenChosen = story({ survey: NPS, chosen: 9 });

export const Answered = story({ answered: [4, 'Quick and kind.'] });

export const AnsweredWithSmiley = story({ survey: { kind: 'smileys' }, answered: [2, ''] });

/** "Not now": a small button is left. */
export const Skipped = story({ isSkipped: true });

/** Answered without a network. */
export const Offline = story({ isCutOff: true });

/** The relay would not have it. */
export const Refused = story({ chosen: 4, isRefused: true });

/** Below 480 px it covers the screen. */
export const Phone: StoryObj = { ...story({ survey: NPS, chosen: 9 }), globals: { viewport: { value: 'mobile1' } } };
