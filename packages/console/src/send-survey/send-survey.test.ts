import { expect, html } from '@open-wc/testing';
import { ANA, rates, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { SurveyTrigger } from '@deskbell/protocol/surveys.js';
import { atDesk, button, calm, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import '../conversation/conversation.js';
import '../survey/survey.js';
import './send-survey.js';

const CSAT = { id: 'csat', name: 'Satisfaction', kind: 'stars', question: 'How was it?', comment: 'Why?' } as const;

const at = (trigger: SurveyTrigger | null = 'agent', phase = 'active') =>
  atDesk(html`<deskbell-conversation></deskbell-conversation>`, {
    before: (relay) => {
      relay.asked.survey = CSAT;
      relay.desk = { ...relay.desk, queues: relay.desk.queues.map((queue) => ({ ...queue, survey: trigger })) };
      seed(relay, { phase: phase as 'active', agent: ANA, ago: 600_000 });
    },
    selected: inPhase(phase),
  });
const send = (root: Element) => find<HTMLButtonElement>(root, '[part=send-survey]');
const isThere = (root: Element) => findAll(root, '[part=send-survey]').length > 0;
const end = (root: Element) => find<HTMLButtonElement>(root, 'button[part=end]');
const logOf = (relay: SimulatedRelay) => [...relay.logs.values()].at(-1)!;

describe('<deskbell-send-survey>', () => {
  it('CMP 8 stands at the right above the compose bar where agents can send the survey', async () => {
    const { desk } = await at();
    const [button, compose] = [send(desk).getBoundingClientRect(), find(desk, 'deskbell-composer').getBoundingClientRect()];
    expect(textOf(send(desk))).to.equal('Send Survey');
    expect(button.bottom).to.be.at.most(compose.top + 1);
    expect(button.left).to.be.greaterThan(compose.left + compose.width / 2);
    expect(send(desk).getAttribute('aria-pressed')).to.equal('false');
    await expect(desk).to.be.accessible();
  });

  it('CMP 8 is not there where everyone, every nth or nobody is asked, nor after the end', async () => {
    for (const trigger of ['everyone', 'every', null] as const) expect(isThere((await at(trigger)).desk), String(trigger)).to.equal(false);
    expect(isThere((await at('agent', 'wrapUp')).desk)).to.equal(false);
  });

  it('SUR 1 pressed it is highlighted, "End" shows an icon, and the survey goes out with the end', async () => {
    const { desk, relay } = await at();
    expect(findAll(end(desk), 'svg')).to.deep.equal([]);
    send(desk).click();
    await calm();
    expect(send(desk).getAttribute('aria-pressed')).to.equal('true');
    expect(findAll(end(desk), 'svg').length).to.equal(1);
    expect(textOf(end(desk))).to.match(/^End ?, the survey goes out$/);
    await expect(desk).to.be.accessible();
    expect(logOf(relay).events.some(({ type }) => type === 'survey.sent')).to.equal(false);
    end(desk).click();
    await calm();
    expect(textOf(find(desk, 'deskbell-dialog'))).to.contain('The survey goes out.');
    button(desk, 'Yes').click();
    await calm();
    expect(logOf(relay).events.at(-1)?.type).to.equal('survey.sent');
  });

  it('SUR 1 pressed again before the end it is taken back', async () => {
    const { desk, relay } = await at();
    for (const pressed of ['true', 'false']) {
      send(desk).click();
      await calm();
      expect(send(desk).getAttribute('aria-pressed')).to.equal(pressed);
    }
    expect(findAll(end(desk), 'svg')).to.deep.equal([]);
    expect(logOf(relay).summary.survey).to.equal(null);
  });

  it('SUR 1 a refusal is told beside it', async () => {
    const { desk, relay } = await at();
    relay.refuseNext('survey.send', 'wrong-phase');
    send(desk).click();
    await calm();
    expect(textOf(find(desk, 'deskbell-send-survey'))).not.to.equal('Send Survey');
    expect(send(desk).getAttribute('aria-pressed')).to.equal('false');
    await expect(desk).to.be.accessible();
  });
});

describe('<deskbell-survey-card>', () => {
  it('SUR 3 shows what was asked, that there is no answer yet, and then the answer', async () => {
    const { desk, relay } = await at('everyone');
    end(desk).click();
    await calm();
    button(desk, 'Yes').click();
    await calm();
    const card = find(desk, 'deskbell-survey-card');
    expect(textOf(card)).to.contain('How was it?').and.to.contain('No answer yet');
    const { events, summary } = logOf(relay);
    rates(relay, summary.id, events.find(({ type }) => type === 'survey.sent')?.id ?? '', 4, 'Quick.');
    await calm();
    expect(find(card, '.score').ariaLabel).to.equal('4 of 5 stars');
    expect(textOf(card)).to.contain('Quick.');
    await expect(desk).to.be.accessible();
  });
});
