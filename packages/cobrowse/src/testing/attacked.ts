import { Player } from '../replay/player.js';
import { PageTeller, type Told } from './told-page.js';

// A page of an attacker's against the player alone: without the view's policy, which would stop all of it once more.

declare global {
  interface Window {
    /** What an attack that acted would set. */
    attacked?: string;
  }
}

export const CODE = "(top||self).attacked='yes';parent.attacked='yes'";
/** An address that the test's own server would be asked for. */
export const AT = `${location.origin}/attack/`;

export const attack = (body: readonly Told[], head: readonly Told[] = []) => {
  const stage = document.createElement('div');
  document.body.append(stage);
  const said: string[] = [];
  const player = new Player(stage, { paged: () => said.push('paged'), pointed: () => undefined, lost: () => said.push('lost') });
  const teller = new PageTeller(player);
  teller.fresh(body, { head, page: { base: AT, address: AT } });
  const content = () => player.frame!.contentDocument!;
  return { player, teller, said, content, body: () => content().querySelector('body')! };
};

/** Long enough for whatever acts to have acted: frames are painted, and a picture was fetched that was asked for last. */
export async function settled(content: Document): Promise<string[]> {
  const image = content.createElement('img');
  image.src = `${location.origin}/last.png?${String(Math.random())}`;
  content.querySelector('body')!.append(image);
  await new Promise((resolve) => {
    image.addEventListener('error', resolve);
    image.addEventListener('load', resolve);
  });
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
  const asked = (window: Window): string[] => [
    ...window.performance.getEntriesByType('resource').map(({ name }) => name),
    ...Array.from({ length: window.length }, (_, index) => asked(window[index] as Window)).flat(),
  ];
  return [...asked(content.defaultView!), ...asked(window)].filter((name) => name.includes('/attack/'));
}
