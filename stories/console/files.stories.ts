import '@deskbell/console/conversation/conversation.js';
import { ANA, says } from '@deskbell/client/testing/scenes.js';
import { FILE_LIMITS, FilesByHand, withFiles } from '@deskbell/client/testing/files-by-hand.js';
import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { landscape } from '../parts/pictures.js';
import { MAYA, fill, opened, relayOf, type Scene } from './scenes.js';
import { onDesk, sceneOf, staged } from './show.js';

const meta: Meta = {
  title: 'Console/Files',
  component: 'deskbell-conversation',
  render: (_args, context) => onDesk(sceneOf(context), html`<deskbell-conversation></deskbell-conversation>`, 'half'),
};

export default meta;

const picture = (id: string, width: number, height: number): Attachment => ({
  ...{ id, name: `${id}.png`, size: 482_113, type: 'image/png', thumbnail: true },
  ...{ width, height },
});

const scene = (act: (files: FilesByHand, conversation: string) => void) => async (): Promise<Scene> => {
  const relay = relayOf();
  relay.changeDesk({ files: FILE_LIMITS });
  const maya = fill(relay);
  const files = new FilesByHand();
  for (const [id, width, height, hue] of [['hall', 1_200, 800, 262] as const, ['shade', 600, 900, 40] as const])
    files.serve(id, URL.createObjectURL(await landscape(width, height, hue)));
  says(relay, maya, MAYA, '', [picture('hall', 1_200, 800), picture('shade', 600, 900)]);
  says(relay, maya, ANA, 'This is the form for it.', [
    { id: 'form', name: 'return-form.pdf', size: 88_000, type: 'application/pdf', thumbnail: false },
  ]);
  const { session } = await opened(relay, maya);
  act(files, maya);
  return { relay, session: withFiles(session, files), selected: maya };
};

export const Sent: StoryObj = staged(scene(() => undefined));

export const OnTheirWay: StoryObj = staged(
  scene((files, conversation) => {
    const sizes = { 'offer.pdf': 90_000, 'price-list.csv': 12_000 };
    files.add(
      conversation,
      Object.entries(sizes).map(([name, size]) => new File(['x'.repeat(size)], name)),
    );
    files.step('offer.pdf', 0.7);
    files.fail('price-list.csv');
  }),
);
