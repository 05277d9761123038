import type { SavedForms } from '@deskbell/protocol/forms.js';
import type { Person } from '@deskbell/protocol/people.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono } from 'hono';
import * as v from 'valibot';
import { SettingsError, type Fault } from '../settings/faults.js';
import type { LiveSettings } from '../settings/live-settings.js';
import type { WorkspaceSettings } from '../settings/schema/workspace.js';
import { StaleSettings } from '../settings/stale-settings.js';
import { checked } from './checked.js';
import type { RelayEnv } from './relay-env.js';

const body = v.strictObject({ version: v.pipe(v.number(), v.integer()), form: v.looseObject({}, 'has to be a form') });
const query = v.object({ version: v.pipe(v.string(), v.regex(/^\d{1,10}$/, 'is not a whole number'), v.transform(Number)) });

/** Changes the forms of the settings that somebody saw. Throws StaleSettings where those have changed since. */
async function change(
  live: LiveSettings,
  person: Person,
  version: number,
  formsOf: (running: WorkspaceSettings) => readonly unknown[],
): Promise<{ version: number }> {
  const running = await live.newest(person.workspace);
  if (running.version !== version) throw new StaleSettings(running.version);
  const saved = await live.change(person, { ...running, forms: formsOf(running) });
  return { version: saved.version };
}

/** Where something is wrong within the form at this place, from its beginning; elsewhere as in the settings. */
const inForm = ({ path, reason }: Fault, place: string): Fault => ({
  path: path === place ? 'form' : path.startsWith(`${place}.`) ? path.slice(place.length + 1) : path,
  reason,
});

/** The forms of the admin's own workspace, one by one: as they stand in its settings, saved and told like those. Wants `bearer` before it. */
export const formRoutes = (live: LiveSettings) =>
  new Hono<RelayEnv>()
    .use(async (c, next) => {
      if (c.var.person.role !== 'admin') throw new RelayError('wrong-role');
      await next();
    })
    .get('/', async (c) => {
      const { version, forms } = await live.newest(c.var.person.workspace);
      return c.json({ version, forms } satisfies SavedForms);
    })
    .put('/:id', async (c) => {
      const id = c.req.param('id');
      const { version, form } = checked(body, await c.req.json().catch(() => undefined));
      if (form.id !== id) throw new SettingsError([{ path: 'id', reason: `has to be ${id}, as in the address` }], 'the form');
      let place = '';
      try {
        const saved = await change(live, c.var.person, version, ({ forms }) => {
          const known = forms.findIndex((each) => each.id === id);
          place = `forms[${String(known < 0 ? forms.length : known)}]`;
          return known < 0 ? [...forms, form] : forms.with(known, form as (typeof forms)[number]);
        });
        return c.json(saved);
      } catch (fault) {
        if (!(fault instanceof SettingsError)) throw fault;
        throw new SettingsError(
          fault.faults.map((each) => inForm(each, place)),
          'the form',
        );
      }
    })
    .delete('/:id', async (c) => {
      const { version } = checked(query, c.req.query());
      const saved = await change(live, c.var.person, version, ({ forms }) => {
        const left = forms.filter(({ id }) => id !== c.req.param('id'));
        if (left.length === forms.length) throw new RelayError('not-found');
        return left;
      });
      return c.json(saved);
    });
