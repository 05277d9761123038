import { elementAt } from '../control/native.js';
import { rectOf } from '../natives.js';
import { Hand } from '../hand/hand.js';
import type { Shown, Spot } from '../hand/ports.js';
import type { Act, AgentWord } from '../words.js';

/** A hand over a page that stands in a frame in which nothing runs, as the view has it; time and pictures go on by hand. */
export async function handOver(markup: string, scale = 1) {
  const room = document.createElement('div');
  Object.assign(room.style, { position: 'fixed', left: '30px', top: '40px', width: `${400 * scale}px`, height: `${300 * scale}px` });
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.srcdoc = `<!doctype html><body style="margin: 0">${markup}`;
  Object.assign(frame.style, { position: 'absolute', inset: '0', border: '0', width: '400px', height: '300px', transformOrigin: '0 0' });
  const [marks, surface] = [document.createElement('div'), document.createElement('div')];
  for (const layer of [marks, surface]) Object.assign(layer.style, { position: 'absolute', inset: '0', transformOrigin: '0 0' });
  frame.style.transform = marks.style.transform = `scale(${scale})`;
  marks.style.pointerEvents = 'none';
  room.append(frame, marks, surface);
  document.body.append(room);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const page = frame.contentDocument!;

  const nodes: Node[] = [page, ...page.querySelectorAll('*')];
  const idOf = (node: Node) => nodes.indexOf(node) + 1;
  const clock = { now: 1_000 };
  const frames: (() => void)[] = [];
  const said: AgentWord[] = [];
  const player = {
    focusedNode: 0,
    idOf,
    nodeOf: (id: number) => nodes[id - 1],
    boxOf: (id: number) => (nodes[id - 1] ? rectOf(nodes[id - 1] as Element) : undefined),
    spotAt: (x: number, y: number): Spot | undefined => {
      const element = elementAt(page, x, y);
      if (!element) return undefined;
      const box = rectOf(element);
      return { node: idOf(element), x: (x - box.left) / box.width, y: (y - box.top) / box.height };
    },
  };
  const view: Shown = {
    surface,
    marks,
    player,
    toPage: ({ x, y }) => ({ x: (x - 30) / scale, y: (y - 40) / scale }),
    isOnPage: ({ x, y }) => x >= 0 && y >= 0 && x < 400 && y < 300,
  };
  const hand = new Hand({ view, say: (word) => said.push(word), now: () => clock.now, nextFrame: (run) => frames.push(run) });

  // No pointer of the browser's has done this.
  surface.setPointerCapture = () => undefined;

  const pointer = (type: string, x: number, y: number, more: PointerEventInit = {}) => {
    const place = { clientX: 30 + x * scale, clientY: 40 + y * scale };
    surface.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: 'mouse', ...place, ...more }));
  };
  return {
    hand,
    page,
    player,
    said,
    clock,
    surface,
    marks,
    idOf,
    pointer,
    find: (selector: string) => page.querySelector<HTMLInputElement>(selector)!,
    node: (selector: string) => idOf(page.querySelector(selector)!),
    click: (x: number, y: number, more?: PointerEventInit) => {
      for (const type of ['pointerdown', 'pointerup', 'click']) pointer(type, x, y, more);
    },
    /** The next picture is drawn. */
    draw: (ms = 16) => {
      clock.now += ms;
      for (const run of frames.splice(0)) run();
    },
    acts: (): Act[] => said.flatMap((word) => (word.type === 'act' ? [word.act] : [])),
    close: () => {
      hand.close();
      room.remove();
    },
  };
}
