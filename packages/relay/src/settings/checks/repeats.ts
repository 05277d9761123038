import { ENGAGEMENTS } from '@deskbell/protocol/conversation.js';
import { within, type Fault } from '../faults.js';
import { STANDARD_DISPOSITIONS } from '../schema/dispositions.js';
import type { WorkspaceSettings } from '../schema/workspace.js';

interface Placed {
  readonly path: string;
  readonly value: string;
}

/** Where a value that has to be unique was used before. */
export function repeats(values: readonly Placed[]): Fault[] {
  const first = new Map<string, string>();
  return values.flatMap(({ path, value }) => {
    const before = first.get(value);
    if (before === undefined) first.set(value, path);
    return before === undefined ? [] : [{ path, reason: `is the same as ${before}` }];
  });
}

const idsOf = (list: string, things: readonly { readonly id: string }[]): Placed[] =>
  things.map(({ id }, index) => ({ path: `${list}[${String(index)}].id`, value: id }));

const fieldsOf = (form: string, fields: readonly { readonly name: string }[]): Placed[] =>
  fields.map(({ name: value }, index) => ({ path: `${form}.fields[${String(index)}].name`, value }));

/** Ids that mean something without being in the settings. */
const builtIn = (list: string, things: readonly { readonly id: string }[], taken: readonly string[]): Fault[] =>
  idsOf(list, things)
    .filter(({ value }) => taken.includes(value))
    .map(({ path }) => ({ path, reason: 'is the id of a built-in one' }));

const LISTS = [
  'queues',
  'skills',
  'people',
  'hours',
  'statuses',
  'dispositions',
  'engagement',
  'actions',
  'forms',
  'panels',
  'flows',
  'surveys',
  'responses',
] as const;

/** What is named twice within a workspace (rule S2). `at` is where the workspace stands in the document. */
export function repeatsIn(workspace: WorkspaceSettings, at: string): Fault[] {
  const { queues, hours, dispositions, statuses, engagement, actions, forms, responses, ai, vault, cobrowse } = workspace;
  const groups = [
    ...LISTS.map((list) => idsOf(list, workspace[list])),
    ...queues.map(({ members = [] }, index) =>
      members.map((value, each) => ({ path: `queues[${String(index)}].members[${String(each)}]`, value })),
    ),
    ...hours.map(({ holidays }, index) =>
      holidays.map(({ date }, each) => ({ path: `hours[${String(index)}].holidays[${String(each)}].date`, value: date })),
    ),
    ...dispositions.map(({ codes }, index) => idsOf(`dispositions[${String(index)}].codes`, codes)),
    idsOf('ai.intents', ai.intents),
    ...actions.map(({ fields }, index) => fieldsOf(`actions[${String(index)}]`, fields)),
    ...forms.map(({ fields }, index) => fieldsOf(`forms[${String(index)}]`, fields)),
    (Array.isArray(vault.reveal) ? vault.reveal : []).map((value, each) => ({ path: `vault.reveal[${String(each)}]`, value })),
    cobrowse.pages.map(({ at: value }, index) => ({ path: `cobrowse.pages[${String(index)}].at`, value })),
    responses.flatMap(({ templates }, index) => idsOf(`responses[${String(index)}].templates`, templates)),
  ];
  return [
    ...groups.flatMap((group) => repeats(group.map(({ path, value }) => ({ path: within(at, path), value })))),
    ...builtIn(within(at, 'dispositions'), dispositions, [STANDARD_DISPOSITIONS.id]),
    ...builtIn(within(at, 'statuses'), statuses, ['available', 'away']),
    ...builtIn(within(at, 'engagement'), engagement, ENGAGEMENTS),
  ];
}
