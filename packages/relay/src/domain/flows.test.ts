import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runFlow, type FlowEffect, type FlowStep } from './flows.js';

const run = (steps: FlowStep[], from?: number) => runFlow({ id: 'night', steps }, from);

test('F1 what is said is said at once, and a survey sent, up to a form, which is waited for', () => {
  const steps: FlowStep[] = [{ do: 'say', text: 'We are closed.' }, { do: 'survey' }, { do: 'form' }, { do: 'survey' }];
  assert.deepEqual(run(steps), {
    effects: [{ type: 'say', text: 'We are closed.' }, { type: 'ask-survey' }, { type: 'ask-form' }],
    next: 3,
  });
  assert.deepEqual(run(steps, 3), { effects: [{ type: 'ask-survey' }, { type: 'end' }], next: null });
});

test('F2 a conversation that is moved to another queue is in that queue’s hands', () => {
  assert.deepEqual(run([{ do: 'queue', queue: 'sales' }, { do: 'end' }]), { effects: [{ type: 'move', queue: 'sales' }], next: null });
});

test('F3 a flow ends the conversation by its last step, said or not', () => {
  const ended = { effects: [{ type: 'end' }], next: null };
  assert.deepEqual(run([{ do: 'end' }]), ended);
  assert.deepEqual(run([]), ended);
  assert.deepEqual(run([{ do: 'survey' }], 1), ended);
});

const step: fc.Arbitrary<FlowStep> = fc.oneof(
  fc.record({ do: fc.constant('say'), text: fc.string() }),
  fc.record({ do: fc.constant('queue'), queue: fc.string() }),
  ...(['form', 'survey', 'end'] as const).map((kind) => fc.record({ do: fc.constant(kind) })),
);

test('F1, F2, F3 answered as often as it asks, every flow comes to exactly one end, each of its steps done once and in order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const effects: FlowEffect[] = [];
      let from: number | null = 0;
      while (from !== null) {
        const { effects: more, next }: ReturnType<typeof runFlow> = run(steps, from);
        assert.ok(next === null || next > from);
        effects.push(...more);
        from = next;
      }
      const last = steps.findIndex(({ do: kind }) => kind === 'queue' || kind === 'end');
      const done = last < 0 ? [...steps, { do: 'end' } as const] : steps.slice(0, last + 1);
      const types = { say: 'say', form: 'ask-form', queue: 'move', survey: 'ask-survey', end: 'end' };
      assert.deepEqual(
        effects.map(({ type }) => type),
        done.map(({ do: kind }) => types[kind]),
      );
    }),
  );
});
