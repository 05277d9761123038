import { ANA, MAYA, ends, rates, seed, surveys } from '@deskbell/client/testing/scenes.js';
import { ManualClock } from '@deskbell/client/testing/manual-clock.js';
import { memoryStorage } from '@deskbell/client/testing/memory-storage.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { Survey } from '@deskbell/protocol/surveys.js';
import { expect } from '@open-wc/testing';
import { button, quiet, shown, talkOf, transcriptOf, type Shown } from '../testing/shown.js';
import type { DeskbellChatWindow } from '../window/window.js';
import './survey.js';

const CSAT: Survey = { id: 'csat', name: 'Satisfaction', kind: 'stars', question: 'How was your chat?', comment: 'What made it so?' };

interface Asked extends Shown {
  readonly id: string;
  readonly survey: string;
  readonly clock: ManualClock;
  /** What the browser keeps. */
  readonly kept: Map<string, unknown>;
}

/** A customer whose chat has ended, and who is asked how it was. */
async function asked(survey: Survey = CSAT): Promise<Asked> {
  const clock = new ManualClock();
  const relay = new SimulatedRelay({ clock });
  const id = seed(relay, { messages: 2 });
  const kept = new Map<string, unknown>([['token', relay.tokenFor(MAYA)]]);
  const there = await shown(relay, { storage: memoryStorage(kept) });
  ends(relay, id, ANA);
  const sent = surveys(relay, id, survey);
  await calm(there.window);
  return { ...there, id, survey: sent, clock, kept };
}

const cardOf = (window: DeskbellChatWindow) => transcriptOf(window).renderRoot.querySelector('deskbell-survey')!;
const rootOf = (window: DeskbellChatWindow) => cardOf(window).renderRoot as ShadowRoot;
const calm = async (window: DeskbellChatWindow) => {
  await quiet(window);
  await transcriptOf(window).updateComplete;
  await cardOf(window).updateComplete;
};
const radios = (window: DeskbellChatWindow) => [...rootOf(window).querySelectorAll<HTMLInputElement>('input[type=radio]')];
const status = (window: DeskbellChatWindow) => rootOf(window).querySelector('[role=status]')!.textContent.trim();
const answers = (relay: SimulatedRelay) =>
  [...relay.logs.values()].flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'survey.answered' ? [[event.score, event.comment]] : [])),
  );
const choose = async (window: DeskbellChatWindow, score: number) => {
  radios(window)
    .find(({ value }) => value === String(score))!
    .click();
  await calm(window);
};
const comment = (window: DeskbellChatWindow) => rootOf(window).querySelector('textarea');
const press = async (window: DeskbellChatWindow, name: string) => {
  button(rootOf(window), name)!.click();
  await calm(window);
};

afterEach(() => localStorage.clear());

describe('deskbell-survey', () => {
  it('SUR 3 asks by a group of radio buttons with names, each as large as a thumb, and then for a comment', async () => {
    const { window } = await asked();
    const group = rootOf(window).querySelector('[role=radiogroup]')!;
    expect(group.getAttribute('aria-labelledby')).to.equal('question');
    expect(radios(window).map(({ ariaLabel }) => ariaLabel)).to.deep.equal([1, 2, 3, 4, 5].map((score) => `${String(score)} of 5 stars`));
    for (const radio of radios(window)) {
      const { width, height } = radio.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
    expect([comment(window), button(rootOf(window), 'Send rating')]).to.deep.equal([null, undefined]);
    await expect(window).to.be.accessible();
    await choose(window, 4);
    expect(rootOf(window).querySelectorAll('.full').length).to.equal(4);
    expect(comment(window)!.labels[0]!.textContent).to.equal('What made it so?');
    await expect(window).to.be.accessible();
  });

  it('SUR 3 sends score and comment, thanks, and shows what was given, also after a reload', async () => {
    const { window, relay } = await asked();
    await choose(window, 4);
    comment(window)!.value = ' Quick. ';
    await press(window, 'Send rating');
    expect(answers(relay)).to.deep.equal([[4, 'Quick.']]);
    expect(status(window)).to.equal('Thank you for your answer.');
    expect(rootOf(window).querySelector('.score')!.ariaLabel).to.equal('4 of 5 stars');
    expect(rootOf(window).querySelector('blockquote')!.textContent).to.equal('Quick.');
    expect(radios(window)).to.deep.equal([]);
    expect(rootOf(window).activeElement?.className).to.equal('thanks');
    expect(transcriptOf(window).renderRoot.textContent).not.to.contain('You answered');
    await expect(window).to.be.accessible();
  });

  it('SUR 3 what was answered in another tab shows here', async () => {
    const { window, relay, id, survey } = await asked();
    rates(relay, id, survey, 2);
    await calm(window);
    expect(status(window)).to.equal('Thank you for your answer.');
    expect(rootOf(window).querySelectorAll('.full').length).to.equal(2);
  });

  it('SUR 3 without the network it says that it goes out later, and it does', async () => {
    const { window, relay, clock } = await asked();
    relay.network.drop();
    await calm(window);
    await choose(window, 5);
    await press(window, 'Send rating');
    expect(status(window)).to.equal('It goes out when the connection is back.');
    relay.network.restore();
    await clock.advance(30_000);
    await calm(window);
    expect([status(window), answers(relay)]).to.deep.equal(['Thank you for your answer.', [[5, '']]]);
  });

  it('SUR 3 a refused answer says so, keeps what was given, and can be sent again', async () => {
    const { window, relay } = await asked();
    relay.refuseNext('survey.answer', 'malformed');
    await choose(window, 3);
    comment(window)!.value = 'So so.';
    await press(window, 'Send rating');
    expect(status(window)).to.equal('The rating was not taken. Send it again.');
    expect([radios(window)[2]!.checked, comment(window)!.value]).to.deep.equal([true, 'So so.']);
    await expect(window).to.be.accessible();
    await press(window, 'Send rating');
    expect(answers(relay)).to.deep.equal([[3, 'So so.']]);
  });

  it('SUR 3 it can be passed over, also over a reload, answered later, and does not stand in the way of a new chat', async () => {
    const { relay, ...first } = await asked();
    await press(first.window, 'Not now');
    expect(radios(first.window)).to.deep.equal([]);
    expect(rootOf(first.window).activeElement?.textContent.trim()).to.equal('Rate this chat');
    await expect(first.window).to.be.accessible();
    first.session.destroy();
    first.window.remove();
    const { window, session } = await shown(relay, { storage: memoryStorage(first.kept) });
    await calm(window);
    expect(radios(window)).to.deep.equal([]);
    await press(window, 'Rate this chat');
    expect(radios(window).length).to.equal(5);
    button(talkOf(window)!.renderRoot, 'Start a new chat')!.click();
    await quiet(window);
    expect([relay.logs.size, session.state.conversation?.log.summary.phase]).to.deep.equal([2, 'waiting']);
  });

  it('SUR 3 faces have words, and 0 to 10 says what its ends mean', async () => {
    const faces = await asked({ ...CSAT, kind: 'smileys' });
    expect(radios(faces.window).map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Very bad', 'Bad', 'Okay', 'Good', 'Very good']);
    await choose(faces.window, 5);
    await expect(faces.window).to.be.accessible();
    const { comment: _, ...bare } = CSAT;
    const nps = await asked({ ...bare, kind: 'nps' });
    expect(
      radios(nps.window)
        .map(({ value, ariaLabel }) => [value, ariaLabel])
        .at(10),
    ).to.deep.equal(['10', '10 of 10']);
    expect(radios(nps.window).length).to.equal(11);
    expect(rootOf(nps.window).querySelector('.ends')!.textContent).to.match(/Not at all likely\s*Extremely likely/);
    await choose(nps.window, 0);
    expect(comment(nps.window)).to.equal(null);
    await expect(nps.window).to.be.accessible();
    await press(nps.window, 'Send rating');
    expect(answers(nps.relay)).to.deep.equal([[0, '']]);
  });

  it('SUR 1 asks in the language of the customer, also in one that only the workspace speaks', async () => {
    const translations = { fr: { question: 'Comment était-ce ?', comment: 'Pourquoi ?' }, de: { question: 'Wie war es?' } };
    const { window } = await asked({ ...CSAT, translations });
    const question = () => rootOf(window).querySelector('h3')!;
    expect([question().textContent, question().lang]).to.deep.equal(['How was your chat?', '']);
    window.setAttribute('locale', 'fr-CA');
    cardOf(window).requestUpdate();
    await calm(window);
    expect([question().textContent, question().lang]).to.deep.equal(['Comment était-ce ?', 'fr']);
    await choose(window, 1);
    expect(comment(window)!.labels[0]!.textContent).to.equal('Pourquoi ?');
  });
});
