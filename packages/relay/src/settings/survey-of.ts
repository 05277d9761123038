import type { SurveySettings, WorkspaceSettings } from './schema/workspace.js';

/** A queue's survey, where it has one. */
export function surveyOf({ queues, surveys }: WorkspaceSettings, queue: string): SurveySettings | undefined {
  const wanted = queues.find(({ id }) => id === queue)?.survey;
  return surveys.find(({ id }) => id === wanted);
}
