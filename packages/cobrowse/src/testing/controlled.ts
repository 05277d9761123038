import { Control, type ControlPorts } from '../control/control.js';
import type { Act, ActFault, CustomerWord } from '../words.js';

/** An act whose node is named by the element itself. */
export type ActOn = Act extends infer One ? (One extends Act ? Omit<One, 'node'> : never) : never;

export interface Controlled {
  readonly control: Control;
  readonly page: HTMLElement;
  readonly said: CustomerWord[];
  /** How the customer is asked now; undefined where they are not. */
  readonly asked: { answer(isAllowed: boolean): Promise<void>; signal: AbortSignal }[];
  readonly clock: { now: number };
  readonly hand: { isActivated: boolean };
  idOf(node: Node): number;
  /** What became of an act: done, or why not. */
  act(on: Node | string, act: ActOn): ActFault | 'done';
  click(on: Node | string, x?: number, y?: number): ActFault | 'done';
  type(on: Node | string, text: string): ActFault | 'done';
  press(on: Node | string, key: Extract<Act, { kind: 'key' }>['key']): ActFault | 'done';
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as in querySelector
  find<E extends Element = HTMLElement>(selector: string): E;
  close(): void;
}

const isMarked = (element: Element) => element.closest('[data-masked]') !== null;

/** A page with control of it, granted unless said otherwise; elements with `data-masked` are masked, `data-blocked` blocked. */
export function controlled(markup: string, ports: Partial<ControlPorts> = {}, granted = true): Controlled {
  const page = document.createElement('main');
  page.innerHTML = markup;
  document.body.append(page);
  const ids = new Map<Node, number>();
  const nodes: Node[] = [];
  const said: CustomerWord[] = [];
  const asked: Controlled['asked'] = [];
  const clock = { now: 1_000_000 };
  const hand = { isActivated: false };
  let last = 0;

  const control = new Control(
    {
      nodeOf: (id) => nodes[id - 1],
      masker: {
        mayControl: (element) => !isMarked(element),
        isBlocked: (mask) => mask === 1,
        at: (node) => (node instanceof Element && node.closest('[data-blocked]') ? 1 : 0),
        isOffLimits: () => false,
      },
      rules: { control: true },
      ask: (signal) =>
        new Promise((resolve) => {
          asked.push({
            signal,
            answer: async (isAllowed) => {
              resolve(isAllowed);
              await Promise.resolve();
              await Promise.resolve();
              await Promise.resolve();
            },
          });
        }),
      say: (word) => said.push(word),
      now: () => clock.now,
      isActivated: () => hand.isActivated,
      ...ports,
    },
    granted,
  );

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as in querySelector
  const find = <E extends Element>(selector: string): E => {
    const found = page.querySelector<E>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  };
  const idOf = (node: Node) => {
    const id = ids.get(node) ?? nodes.push(node);
    ids.set(node, id);
    return id;
  };
  const act = (on: Node | string, what: ActOn) => {
    const node = idOf(typeof on === 'string' ? find(on) : on);
    const id = ++last;
    // Between two acts more time goes by than between the clicks of a double click.
    clock.now += 600;
    control.hear({ type: 'act', id, act: { ...what, node } as Act });
    const word = said.at(-1);
    if (word?.type === 'refused' && word.id === id) return word.why;
    if (word?.type === 'done' && word.id === id) return 'done';
    throw new Error(`no answer to ${JSON.stringify(what)}`);
  };
  return {
    control,
    page,
    said,
    asked,
    clock,
    hand,
    idOf,
    act,
    find,
    click: (on, x = 0.5, y = 0.5) => act(on, { kind: 'click', x, y }),
    type: (on, text) => act(on, { kind: 'type', text }),
    press: (on, key) => act(on, { kind: 'key', key }),
    close: () => {
      control.close();
      page.remove();
    },
  };
}

/** What happens to an element, in order. */
export function watched(target: EventTarget, ...types: string[]): string[] {
  const seen: string[] = [];
  for (const type of types) target.addEventListener(type, () => seen.push(type));
  return seen;
}
