import * as v from 'valibot';

// What the two sides say to each other besides the mirror itself. All of it is sealed on its way; what is said by the other side is
// checked before it is believed, since the other side may be anything.

const node = v.pipe(v.number(), v.integer(), v.minValue(1));
/** CSS px in the customer's viewport. */
const px = v.pipe(v.number(), v.minValue(-100_000), v.maxValue(100_000));
const act = v.variant('kind', [
  /** At a point of the element, as parts of its width and height, 0 to 1. */
  v.object({
    kind: v.literal('click'),
    node,
    x: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    y: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
  /** What a field is to hold now, whole. */
  v.object({ kind: v.literal('type'), node, text: v.pipe(v.string(), v.maxLength(10_000)) }),
  v.object({
    kind: v.literal('key'),
    node,
    key: v.picklist(['Enter', 'Tab', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']),
  }),
  /** The options of a select, by their index. */
  v.object({
    kind: v.literal('choose'),
    node,
    options: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(1_000)),
  }),
  /** To where; the node is an element, or the document. */
  v.object({ kind: v.literal('scroll'), node, x: px, y: px }),
]);
export type Act = v.InferOutput<typeof act>;

/** What the agent's side says. */
export const agentWordSchema = v.variant('type', [
  /** Everything up to this frame of the stream is on the screen: the delay, and how far behind the agent is. */
  v.object({ type: v.literal('ack'), frame: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  /** The stream cannot be followed: a fresh snapshot, please. */
  v.object({ type: v.literal('resync') }),
  v.object({ type: v.literal('point'), x: px, y: px }),
  v.object({ type: v.literal('point-away') }),
  /** A stroke goes on; the first part begins it. Points are x, y, x, y ... */
  v.object({ type: v.literal('draw'), stroke: v.pipe(v.number(), v.integer()), points: v.pipe(v.array(px), v.maxLength(512)) }),
  v.object({ type: v.literal('highlight'), node }),
  v.object({ type: v.literal('erase') }),
  v.object({ type: v.literal('control-ask') }),
  v.object({ type: v.literal('control-leave') }),
  v.object({ type: v.literal('act'), id: v.pipe(v.number(), v.integer(), v.minValue(0)), act }),
]);
export type AgentWord = v.InferOutput<typeof agentWordSchema>;

/** Why the customer's browser did not do what the agent's side wanted. */
export const ACT_FAULTS = [
  'no-consent',
  'masked',
  'file',
  'elsewhere',
  'own-hand',
  'gone',
  'off-limits',
  'not-possible',
  'too-fast',
] as const;
export type ActFault = (typeof ACT_FAULTS)[number];

/** What the customer's side says. */
export const customerWordSchema = v.variant('type', [
  /** Nothing is shown: the page is off limits, the tab is not the one in use, or this page gets in the way of it. */
  v.object({ type: v.literal('paused'), why: v.picklist(['off-limits', 'hidden', 'failed']) }),
  v.object({ type: v.literal('resumed') }),
  v.object({ type: v.literal('control'), state: v.picklist(['none', 'asked', 'granted', 'refused', 'not-allowed']) }),
  v.object({ type: v.literal('refused'), id: v.pipe(v.number(), v.integer()), why: v.picklist(ACT_FAULTS) }),
  v.object({ type: v.literal('done'), id: v.pipe(v.number(), v.integer()) }),
  /** From a frame's going out to its `ack`, ms, as measured last: what only the customer's side can know. */
  v.object({ type: v.literal('travelled'), round: v.pipe(v.number(), v.minValue(0), v.maxValue(600_000)) }),
]);
export type CustomerWord = v.InferOutput<typeof customerWordSchema>;
