import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { AddressOf } from '../attachments/address-of.js';

/** A picture of that size, in one colour. */
export async function drawn(width: number, height: number, colour = '#4663c9'): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context) context.fillStyle = colour;
  context?.fillRect(0, 0, width, height);
  return canvas.convertToBlob();
}

/** What a message may have with it. */
export const PICTURE: Attachment = {
  id: 'lamp',
  name: 'lamp-in-the-hall.png',
  size: 482_113,
  type: 'image/png',
  alt: 'A brass lamp with a crack in its shade',
  width: 1_200,
  height: 800,
  thumbnail: true,
};
export const REPORT: Attachment = {
  id: 'report',
  name: 'delivery-report-of-the-third-quarter-2026-final.pdf',
  size: 1_468_006,
  type: 'application/pdf',
  thumbnail: false,
};
export const DRAWING: Attachment = { id: 'drawing', name: 'plan.svg', size: 900, type: 'image/svg+xml', thumbnail: true };

/** Somewhere to get attachments: a queue of addresses by `id/as`, the last of which stays; `asked` has every question. */
export class Shelf {
  readonly asked: string[] = [];
  private readonly addresses = new Map<string, (string | Error)[]>();

  put(what: string, ...addresses: (string | Error)[]): this {
    this.addresses.set(what, addresses);
    return this;
  }

  readonly addressOf: AddressOf = (attachment, as) => {
    const what = `${attachment}/${as}`;
    this.asked.push(what);
    const here = this.addresses.get(what) ?? [];
    const [next = new Error('not found')] = here.length > 1 ? here.splice(0, 1) : here;
    return typeof next === 'string' ? Promise.resolve(next) : Promise.reject(next);
  };
}

/** What the browser is told to save while `act` runs. */
export async function savedBy(act: (saved: readonly unknown[]) => Promise<void>): Promise<{ href: string; name: string }[]> {
  const saved: { href: string; name: string }[] = [];
  HTMLAnchorElement.prototype.click = function () {
    saved.push({ href: this.href, name: this.download });
  };
  try {
    await act(saved);
  } finally {
    delete (HTMLAnchorElement.prototype as Partial<HTMLAnchorElement>).click;
  }
  return saved;
}
