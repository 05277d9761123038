import type { MirrorRules } from '@deskbell/protocol/cobrowse.js';
import { MirroredPageSink } from '../../testing/mirrored-page.js';
import { until } from '../../testing/played.js';
import { leavePages, page } from '../../testing/shown-page.js';
import { Decoder } from '../../wire/decoder.js';

/** The same server by other names, which are other origins. */
export const HERE = location.origin;
export const THERE = HERE.replace('localhost', '127.0.0.1');
export const ELSEWHERE = HERE.replace('localhost', 'elsewhere.localhost');

/** What a frame of another origin is asked to be. */
export interface Framed {
  readonly html?: string;
  /** Whom its site names as parents. */
  readonly parents?: string;
  /** Which frames in it may take part. */
  readonly frames?: string;
  readonly origin?: string;
}

export const addressOf = ({ html = '', parents = HERE, frames = '', origin = THERE }: Framed): string => {
  const { pathname } = new URL('./frame.html', import.meta.url);
  return `${origin}${pathname}?${new URLSearchParams({ html, parents, frames }).toString()}`;
};

let lastRun = 0;

/** Runs that in a frame's page, and gives what comes of it. */
export const run = <Result = unknown>(window: Window | null, code: string): Promise<Result> =>
  new Promise((resolve) => {
    const id = ++lastRun;
    const hear = ({ data }: MessageEvent<{ ran?: number; result: Result } | null>) => {
      if (data?.ran !== id) return;
      removeEventListener('message', hear);
      resolve(data.result);
    };
    addEventListener('message', hear);
    window?.postMessage({ run: code, id }, '*');
  });

/** A frame on the page of the test, loaded. */
export async function frameOf(framed: Framed = {}, attributes: Readonly<Record<string, string>> = {}): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  for (const [name, value] of Object.entries({ width: '600', height: '400', ...attributes })) frame.setAttribute(name, value);
  stage.append(frame);
  await lead(frame, framed);
  return frame;
}

/** Another page in the frame, loaded. */
export async function lead(frame: HTMLIFrameElement, framed: Framed): Promise<void> {
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = addressOf(framed);
  await loaded;
}

/** What a test puts on the page. */
export const stage = document.createElement('main');

/** What the relay says, and which frames the site names. */
interface Shown {
  readonly rules?: Partial<MirrorRules>;
  readonly frames?: readonly string[];
}

/** The page of the test, shown to an agent: what they have of it, and all that left. */
export async function show({ rules = {}, frames = [THERE] }: Shown = {}) {
  const shown = page({ rules, frames });
  await shown.end().meet();
  const mirror = new MirroredPageSink();
  const decoder = new Decoder(mirror);
  let taken = 0;
  /** What the agent has by now. */
  const html = () => {
    const { mirrored } = shown.end();
    for (; taken < mirrored.length; taken++) decoder.read(mirrored[taken] as Uint8Array);
    return mirror.isShown ? mirror.html() : '';
  };
  const sees = (text: string) => until(() => html().includes(text));
  const seesNo = (text: string) => until(() => !html().includes(text));
  /** The id of the last node that is so, and that nothing so is in. */
  const idOf = (so: RegExp): number => {
    html();
    const id = mirror.ids.findLast(
      (one) => so.test(mirror.html(one)) && !mirror.node(one).children.some((child) => so.test(mirror.html(child.id))),
    );
    if (id === undefined) throw new Error(`nothing is ${String(so)}`);
    return id;
  };
  return { ...shown, mirror, decoder, html, sees, seesNo, idOf };
}

/** Time goes by in which whatever was going to happen happens: to see that it does not. */
export async function rest(pictures = 15): Promise<void> {
  for (let picture = 0; picture < pictures; picture++) await new Promise(requestAnimationFrame);
}

export function clear(): void {
  leavePages();
  stage.remove();
  stage.replaceChildren();
}
