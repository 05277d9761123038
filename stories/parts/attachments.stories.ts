import type { DeskbellLightbox } from '@deskbell/parts/lightbox/lightbox.js';
import '@deskbell/parts/attachments/attachments.js';
import '@deskbell/parts/lightbox/lightbox.js';
import '@deskbell/parts/transcript/transcript.js';
import type { AddressOf } from '@deskbell/parts/attachments/address-of.js';
import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { SeenEvent } from '@deskbell/protocol/events.js';
import type { Author } from '@deskbell/protocol/people.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';
import { landscape } from './pictures.js';

const MAYA: Author = { id: 'maya', name: 'Maya Lind', role: 'customer' };
const ANA: Author = { id: 'ana', name: 'Ana Torres', role: 'agent' };
const MORNING = Date.UTC(2026, 10, 21, 11, 30);

const picture = (id: string, width: number, height: number, alt = ''): Attachment => ({
  id,
  name: `${id}.png`,
  size: 482_113,
  type: 'image/png',
  thumbnail: true,
  width,
  height,
  ...(alt && { alt }),
});
const file = (name: string, type: string, size = 1_468_006): Attachment => ({ id: name, name, type, size, thumbnail: false });

const WIDE = picture('hall', 1_200, 800, 'A brass lamp in a hall');
const FILES = [
  file('a-very-long-name-of-a-report-about-deliveries-in-the-third-quarter-final-2.pdf', 'application/pdf'),
  file('plan.svg', 'image/svg+xml', 4_300),
  file('orders.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 88_000),
  file('voice.m4a', 'audio/mp4'),
  file('unboxing.mp4', 'video/mp4', 22_400_000),
  file('photos.zip', 'application/zip'),
  file('unknown', 'application/octet-stream', 12),
];

const says = (by: Author, seq: number, attachments: Attachment[], text = ''): SeenEvent => ({
  type: 'message.sent',
  conversation: 'talk',
  seq,
  id: `talk-${seq}`,
  at: MORNING + seq * 61_000,
  by,
  text,
  attachments,
});

interface Looks {
  readonly events: readonly SeenEvent[];
  readonly addressOf?: AddressOf;
}

const sheet = new CSSStyleSheet();
sheet.replaceSync('.talk { display: block; block-size: 560px; max-inline-size: 720px; }');

const drawn: AddressOf = async (id) => {
  const sizes: Record<string, readonly [number, number, number]> = {
    tall: [400, 900, 40],
    tiny: [24, 24, 150],
    panorama: [2_000, 200, 200],
  };
  return URL.createObjectURL(await landscape(...(sizes[id] ?? [1_200, 800, 262])));
};

const story = ({ events, addressOf = drawn }: Looks): StoryObj => ({
  render: () => {
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const place = document.createElement('div');
    render(html`<deskbell-transcript class="talk" me="maya" .events=${events} .addressOf=${addressOf}></deskbell-transcript>`, place);
    return place;
  },
});

const meta: Meta = { title: 'Parts/Attachments', component: 'deskbell-attachments' };

export default meta;

export const Pictures = story({
  events: [
    says(MAYA, 1, [WIDE], 'This is how it came.'),
    says(ANA, 2, [picture('tall', 400, 900), picture('tiny', 24, 24), picture('panorama', 2_000, 200)], 'And like this it should be:'),
  ],
});
export const Files = story({ events: [says(MAYA, 1, FILES.slice(0, 2)), says(ANA, 2, FILES.slice(2))] });
export const Mixed = story({
  events: [says(MAYA, 1, [WIDE, ...FILES.slice(0, 1)]), says(ANA, 2, [picture('tall', 400, 900), ...FILES.slice(2, 3)])],
});
export const Coming = story({ events: [says(MAYA, 1, [WIDE])], addressOf: () => new Promise(() => undefined) });
export const Missing = story({
  events: [says(MAYA, 1, [WIDE]), says(ANA, 2, [picture('tall', 400, 900)])],
  addressOf: () => Promise.reject(new Error('out of reach')),
});

const lightbox = (addressOf: AddressOf, attachment = WIDE): StoryObj => ({
  render: () => {
    const element = document.createElement('deskbell-lightbox');
    Object.assign(element, { attachment, addressOf });
    return element;
  },
  play: ({ canvasElement }) => canvasElement.querySelector<DeskbellLightbox>('deskbell-lightbox')?.show(),
});

export const Whole = lightbox(drawn);
export const WholeTall = lightbox(drawn, picture('tall', 400, 900));
export const WholeComing: StoryObj = {
  ...lightbox(() => new Promise(() => undefined)),
  play: ({ canvasElement }) => void canvasElement.querySelector<DeskbellLightbox>('deskbell-lightbox')?.show(),
};
export const WholeMissing = lightbox(() => Promise.reject(new Error('out of reach')));
