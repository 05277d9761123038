import type { FlowStep } from '../../domain/flows.js';
import { within, type Fault } from '../faults.js';
import type { WorkspaceSettings } from '../schema/workspace.js';

/** What the relay has nothing to run with yet, by the step that asks for it. */
const NOT_YET: Partial<Record<FlowStep['do'], string>> = { form: 'forms' };

/** Steps that could only fail when it comes to them (rule F5). */
export function notYetIn({ flows }: WorkspaceSettings, at: string): Fault[] {
  return flows.flatMap(({ steps }, index) =>
    steps.flatMap((step, each): Fault[] => {
      const missing = NOT_YET[step.do];
      if (missing === undefined) return [];
      return [{ path: within(at, `flows[${String(index)}].steps[${String(each)}]`), reason: `cannot run: there are no ${missing} yet` }];
    }),
  );
}
