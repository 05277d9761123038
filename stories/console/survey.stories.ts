import '@deskbell/console/conversation/conversation.js';
import '@deskbell/console/survey/survey.js';
import { ends, rates, surveys } from '@deskbell/client/testing/scenes.js';
import type { Survey } from '@deskbell/protocol/surveys.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as scenes from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const STARS: Survey = { id: 'csat', name: 'Satisfaction', kind: 'stars', question: 'How was your chat with us?', comment: 'Why?' };

const conversation = html`<deskbell-conversation></deskbell-conversation>`;

const meta: Meta = {
  title: 'Console/Survey',
  component: 'deskbell-send-survey',
  render: (_args, context) => onDesk(sceneOf(context), conversation, 'half'),
};

export default meta;

/** A conversation of a queue that leaves the survey to its agents. */
const left = async (): Promise<scenes.Scene> => {
  const scene = await scenes.talked();
  scene.relay.asked.survey = STARS;
  scene.relay.changeDesk({ queues: scene.relay.desk.queues.map((queue) => ({ ...queue, survey: 'agent' })) });
  return scene;
};

const planned = async (): Promise<scenes.Scene> => {
  const scene = await left();
  await scene.session.sendSurvey(scene.selected ?? '', true);
  return scene;
};

const sent =
  (survey: Partial<Survey> = {}, answer?: readonly [score: number, comment: string]) =>
  async (): Promise<scenes.Scene> => {
    const scene = await scenes.talked();
    const selected = scene.selected ?? '';
    ends(scene.relay, selected, scenes.MAYA);
    const id = surveys(scene.relay, selected, { ...STARS, ...survey });
    if (answer) rates(scene.relay, selected, id, ...answer);
    return scene;
  };

export const CanBeSent: StoryObj = staged(left);
/** "Send Survey" was pressed: it goes out with "End". */
export const Planned: StoryObj = staged(planned);
export const Docked: StoryObj = { ...staged(planned), render: (_args, context) => onDesk(sceneOf(context), conversation, 'docked') };
export const NoAnswerYet: StoryObj = staged(sent());
export const Answered: StoryObj = staged(sent({}, [4, 'Quick and kind.']));
export const AnsweredWithSmiley: StoryObj = staged(sent({ kind: 'smileys' }, [2, 'It took four days.']));
export const AnsweredFromZeroToTen: StoryObj = staged(sent({ kind: 'nps', question: 'Would you recommend us?' }, [9, '']));
