import type { Attachment } from '@deskbell/protocol/attachments.js';
import { isPicture } from './is-picture.js';

/**
 * Where an attachment can be got, for some minutes: the whole of it, or its small picture. Elements have no session: whoever shows them gives
 * them this function, the same one for as long as it does the same. It is asked when something comes near the view, and again where what it
 * gave is good no more.
 */
export type AddressOf = (attachment: string, as: 'whole' | 'thumbnail') => Promise<string>;

const press = (href: string, name: string): void => {
  const link = document.createElement('a');
  // A tab of its own, so that what is shown instead of saved does not take the page away.
  Object.assign(link, { href, download: name, target: '_blank', rel: 'noopener noreferrer' });
  link.click();
};

/**
 * Lets the browser save what is at an address. A picture is fetched first: its address is there to be shown, and from another origin a
 * browser would do no more than that.
 */
export async function save(address: string, { name, type }: Pick<Attachment, 'name' | 'type'>): Promise<void> {
  const blob = isPicture(type)
    ? await fetch(address).then(
        (response) => (response.ok ? response.blob() : undefined),
        () => undefined,
      )
    : undefined;
  if (!blob) return press(address, name);
  const own = URL.createObjectURL(blob);
  press(own, name);
  // Not before the browser has taken it up.
  setTimeout(() => URL.revokeObjectURL(own), 60_000);
}
