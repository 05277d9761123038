import { expect, waitUntil } from '@open-wc/testing';
import { drawn } from '../testing/pictures.js';
import { Previews } from './previews.js';
import type { Upload } from './upload.js';

const uploadOf = (id: string, { name, size, type }: File): Upload => ({ id, name, size, type, phase: 'sending', sent: 0, alt: '' });

describe('previews', () => {
  it('CMP 7 show a picture from here, and none that cannot be shown', async () => {
    const lamp = new File([await drawn(60, 40)], 'lamp.png', { type: 'image/png' });
    const broken = new File(['no picture'], 'broken.png', { type: 'image/png' });
    const previews = new Previews();
    previews.take([lamp, broken]);
    previews.find([uploadOf('a', lamp), uploadOf('b', broken)]);
    await waitUntil(() => previews.addressOf('b') === undefined);
    const shown = new Image();
    shown.src = previews.addressOf('a') ?? '';
    await shown.decode();
    expect(shown.naturalWidth).to.equal(60);
  });
});
