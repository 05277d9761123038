import { EXPIRED } from '@deskbell/protocol/conversation.js';
import { key } from '@deskbell/protocol/text.js';
import * as v from 'valibot';
import { actionSchema } from './actions.js';
import { agentsSchema } from './agents.js';
import { aiSchema } from './ai.js';
import { name, named, seconds, whole } from './basics.js';
import { snoozeSchema, transfersSchema } from './desk.js';
import { cobrowseSchema } from './cobrowse.js';
import { dispositionsSchema } from './dispositions.js';
import { filesSchema } from './files.js';
import { flowSchema } from './flow.js';
import { formsSchema } from './forms.js';
import { hoursSchema } from './hours.js';
import { panelsSchema } from './panels.js';
import { personSchema, slotsSchema, statusSchema } from './people.js';
import { queueSchema } from './queue.js';
import { responsesSchema } from './responses.js';
import { siteSchema } from './site.js';
import { surveySchema } from './surveys.js';
import { vaultSchema } from './vault.js';

/** PostgreSQL keeps neither NUL nor half a pair of surrogates in JSON. */
const isStorable = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  return typeof value !== 'object' || value === null || Object.entries(value).flat().every(isStorable);
};

const list = <S extends v.GenericSchema>(of: S) => v.optional(v.array(of), []);

/** Everything about one tenant. What is left out has the default that stands here. */
export const workspaceSchema = v.pipe(
  v.strictObject({
    /** Raised with every change that is saved. A file wins over what is saved when its number is the higher one. */
    version: v.optional(whole(0, 2_000_000_000), 0),
    id: key,
    name,
    agents: agentsSchema,
    /** A reply later than this is overdue. */
    responseTimeSeconds: v.pipe(v.number(), v.minValue(1)),
    queues: v.pipe(v.array(queueSchema), v.minLength(1, 'has no queue')),
    sites: v.array(siteSchema),
    skills: list(named),
    people: list(personSchema),
    slots: v.optional(slotsSchema, {}),
    hours: list(hoursSchema),
    statuses: list(statusSchema),
    dispositions: list(dispositionsSchema),
    /** What stands for the agent's choice where the time for it was up. */
    systemDisposition: v.optional(named, { id: EXPIRED, name: 'Time expired' }),
    /** The engagement statuses of the workspace's own, besides the built-in ones. */
    engagement: list(named),
    flows: list(flowSchema),
    surveys: list(surveySchema),
    /** What agents may have the relay do. */
    actions: v.optional(v.pipe(v.array(actionSchema), v.maxLength(50, 'has more than 50 actions')), []),
    /** What agents may have customers fill in. */
    forms: v.optional(formsSchema, []),
    panels: v.optional(panelsSchema, []),
    responses: v.optional(responsesSchema, []),
    transfers: v.optional(transfersSchema, {}),
    snooze: v.optional(snoozeSchema, {}),
    ai: v.optional(aiSchema, {}),
    files: v.optional(filesSchema, {}),
    vault: v.optional(vaultSchema, {}),
    cobrowse: v.optional(cobrowseSchema, {}),
    /** How long an agent has after login before anything is routed to them; 0 for no time. */
    loginPrepSeconds: v.optional(seconds(0), 0),
    /** How long an agent whose browser vanished keeps their conversations. */
    inactivitySeconds: v.optional(seconds(1), 60),
    /** How long a reply may be owed before its agent counts as idle; 0 for ever. */
    idleSeconds: v.optional(seconds(0), 0),
  }),
  v.check((workspace) => isStorable(workspace), 'has a sign that cannot be saved: NUL, or half a pair of surrogates'),
);

export type WorkspaceInput = v.InferInput<typeof workspaceSchema>;
export type WorkspaceSettings = v.InferOutput<typeof workspaceSchema>;
export type SurveyInput = NonNullable<WorkspaceInput['surveys']>[number];
export type SurveySettings = WorkspaceSettings['surveys'][number];
export type QueueSettings = WorkspaceSettings['queues'][number];
export type SiteSettings = WorkspaceSettings['sites'][number];
