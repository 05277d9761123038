import type { FlowStep } from '../../domain/flows.js';
import { within, type Fault } from '../faults.js';
import type { WorkspaceSettings } from '../schema/workspace.js';

/** Why the relay cannot run a step yet. */
const NOT_YET: Partial<Record<FlowStep['do'], string>> = { form: 'a flow cannot wait for an answer to a form' };

/** Steps that could only fail when it comes to them (rule F5). */
export function notYetIn({ flows }: WorkspaceSettings, at: string): Fault[] {
  return flows.flatMap(({ steps }, index) =>
    steps.flatMap((step, each): Fault[] => {
      const why = NOT_YET[step.do];
      if (why === undefined) return [];
      return [{ path: within(at, `flows[${String(index)}].steps[${String(each)}]`), reason: `cannot run: ${why}` }];
    }),
  );
}
