import '@deskbell/parts/attach/attach.js';
import type { DeskbellAttach } from '@deskbell/parts/attach/attach.js';
import '@deskbell/parts/composer/composer.js';
import type { Upload, UploadFault } from '@deskbell/parts/uploads/upload.js';
import type { Side } from '@deskbell/protocol/people.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';
import { landscape } from './pictures.js';

const LIMITS = { maxBytes: 25 * 1024 * 1024, types: ['image/*', 'application/pdf'] };

const file = (name: string, more: Partial<Upload> = {}): Upload => ({
  id: name,
  name,
  size: 2_400_000,
  type: name.endsWith('.png') ? 'image/png' : 'application/pdf',
  phase: 'sending',
  sent: 0,
  alt: '',
  ...more,
});

const LONG = 'a-very-long-name-of-a-report-that-somebody-wrote-about-deliveries-in-the-third-quarter-final-2.pdf';
const FAULTS: readonly UploadFault[] = ['empty', 'too-large', 'wrong-type', 'dangerous', 'too-many'];

interface Looks {
  readonly side?: Side;
  readonly uploads: readonly Upload[];
  readonly waits?: string;
}

async function box({ side = 'customer', uploads, waits = '' }: Looks): Promise<HTMLElement> {
  const address = URL.createObjectURL(await landscape(120, 120));
  const place = document.createElement('div');
  render(
    html`<deskbell-composer .side=${side} attached .waits=${waits} emoji-data="emoji.json">
      <deskbell-attach slot="tools" .limits=${LIMITS} .over=${place}></deskbell-attach>
      <deskbell-uploads slot="uploads" .limits=${LIMITS} .uploads=${uploads} .pictureOf=${() => address}></deskbell-uploads>
    </deskbell-composer>`,
    place,
  );
  return place;
}

const story = (looks: Looks): StoryObj => ({
  loaders: [async () => ({ box: await box(looks) })],
  render: (_args, { loaded }) => loaded.box as HTMLElement,
});

const meta: Meta = { title: 'Parts/Uploads', component: 'deskbell-uploads' };

export default meta;

export const None = story({ uploads: [] });
export const Sending = story({
  uploads: [file('lamp.png', { sent: 900_000 }), file('invoice.pdf')],
  waits: 'Files are still being sent',
});
export const Checking = story({
  uploads: [file('invoice.pdf', { phase: 'checking', sent: 2_400_000 })],
  waits: 'Files are still being sent',
});
export const Ready = story({ uploads: [file('lamp.png', { phase: 'ready' }), file('invoice.pdf', { phase: 'ready' })] });
export const Described = story({ uploads: [file('lamp.png', { phase: 'ready', alt: 'A brass lamp with a crack in its shade' })] });
export const Failed = story({
  uploads: [file('lamp.png', { phase: 'failed', why: 'offline' }), file('invoice.pdf', { phase: 'failed', why: 'unavailable' })],
  waits: 'A file was not sent. Try it again, or remove it.',
});
export const Refused = story({ uploads: FAULTS.map((why) => file(`${why}.pdf`, { phase: 'refused', why })) });
export const Agent = story({
  side: 'agent',
  uploads: [
    file('lamp.png', { phase: 'ready' }),
    file(LONG, { sent: 1_700_000 }),
    file('setup.exe', { phase: 'refused', why: 'dangerous' }),
  ],
  waits: 'Files are still being sent',
});

/** What shows while files are dragged over the conversation. */
export const DropZone: StoryObj = {
  ...story({ uploads: [] }),
  play: async ({ canvasElement }) => {
    const attach = canvasElement.querySelector<DeskbellAttach>('deskbell-attach');
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'lamp.png'));
    await attach?.updateComplete;
    attach?.over?.dispatchEvent(new DragEvent('dragenter', { dataTransfer: data, bubbles: true, composed: true }));
  },
};
