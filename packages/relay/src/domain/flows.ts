/** What is done with a conversation for which nobody is there, one after the other. */
export type FlowStep =
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'form' }
  | { readonly do: 'queue'; readonly queue: string }
  | { readonly do: 'survey' }
  | { readonly do: 'end' };

export interface Flow {
  readonly id: string;
  readonly steps: readonly FlowStep[];
}

/** What comes of a step, for somebody else to do. */
export type FlowEffect =
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'ask-form' }
  | { readonly type: 'ask-survey' }
  | { readonly type: 'move'; readonly queue: string }
  | { readonly type: 'end' };

/** A stretch of a flow. `next`: the step it goes on with when the customer has answered; null where it is over. */
export interface FlowRun {
  readonly effects: readonly FlowEffect[];
  readonly next: number | null;
}

const EFFECTS: { [D in FlowStep['do']]: (step: Extract<FlowStep, { do: D }>) => FlowEffect } = {
  say: ({ text }) => ({ type: 'say', text }),
  form: () => ({ type: 'ask-form' }),
  queue: ({ queue }) => ({ type: 'move', queue }),
  survey: () => ({ type: 'ask-survey' }),
  end: () => ({ type: 'end' }),
};

/** What a step leads to: the next one at once (a survey can be answered at any time later), the next one after an answer, or nothing more. Settings refuse steps after the last (F4). */
const AFTER: Record<FlowStep['do'], 'go-on' | 'wait' | 'over'> = {
  say: 'go-on',
  form: 'wait',
  queue: 'over',
  survey: 'go-on',
  end: 'over',
};

/** Whether nothing can follow a step. */
export const isLast = (step: FlowStep): boolean => AFTER[step.do] === 'over';

/** Runs a flow from a step on until it waits, moves the conversation or ends it (rules F1 to F3). */
export function runFlow({ steps }: Flow, from = 0): FlowRun {
  const effects: FlowEffect[] = [];
  for (const [index, step] of steps.entries()) {
    if (index < from) continue;
    effects.push((EFFECTS[step.do] as (step: FlowStep) => FlowEffect)(step));
    if (AFTER[step.do] === 'wait') return { effects, next: index + 1 };
    if (AFTER[step.do] === 'over') return { effects, next: null };
  }
  return { effects: [...effects, { type: 'end' }], next: null };
}
