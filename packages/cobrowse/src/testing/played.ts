import { Player } from '../replay/player.js';
import { PageTeller, type Told } from './told-page.js';

/** A player on the page of the test, and what it says. */
export const play = (body: readonly Told[] = [], options: Parameters<PageTeller['fresh']>[1] = {}) => {
  const stage = document.createElement('div');
  document.body.append(stage);
  const said: unknown[] = [];
  const player = new Player(stage, {
    paged: ({ title }) => said.push(['paged', title]),
    pointed: (x, y, pressed) => said.push(['pointed', x, y, pressed]),
    lost: () => said.push(['lost']),
  });
  const teller = new PageTeller(player);
  teller.fresh(body, options);
  const content = () => player.frame!.contentDocument!;
  const find = (selector: string) => content().querySelector<HTMLElement>(selector)!;
  const styleOf = (selector: string) => player.frame!.contentWindow!.getComputedStyle(find(selector));
  return { stage, player, teller, said, content, find, styleOf };
};

/** What a document looks like, without what the view puts into it. */
export const markup = (root: Element) => root.innerHTML.replace(/<style>@layer deskbell[^]*?<\/style>/, '');

/** A PNG of one colour. */
export const png = async (width: number, height: number, colour = 'red') => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve);
  });
  return new Uint8Array(await blob!.arrayBuffer());
};

/** Looks at every frame of the browser whether it is so by now. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo())
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
}
