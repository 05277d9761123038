import { ANA, MAYA, says, seed } from '@deskbell/client/testing/scenes.js';
import { FILE_LIMITS, FilesByHand, withFiles } from '@deskbell/client/testing/files-by-hand.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { simulatedCustomer } from '@deskbell/client/testing/simulated-sessions.js';
import type { Attachment } from '@deskbell/protocol/attachments.js';
import type { DeskbellChatWindow } from '@deskbell/widget/window/window.js';
import '@deskbell/widget/window/window.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { landscape } from '../parts/pictures.js';

const REPORT: Attachment = { id: 'report', name: 'delivery-report.pdf', size: 1_468_006, type: 'application/pdf', thumbnail: false };

/** A window in whose conversation files were sent, and in whose box some are on their way. */
async function show(act: (files: FilesByHand, picture: File) => void, locale: string): Promise<DeskbellChatWindow> {
  const relay = new SimulatedRelay({ site: { files: FILE_LIMITS } });
  const conversation = seed(relay, { messages: 2 });
  const files = new FilesByHand();
  const picture = await landscape(1_200, 800);
  files.serve('lamp', URL.createObjectURL(picture));
  const lamp: Attachment = {
    id: 'lamp',
    name: 'lamp.png',
    size: picture.size,
    type: 'image/png',
    thumbnail: true,
    width: 1_200,
    height: 800,
  };
  says(relay, conversation, MAYA, 'This is how it came.', [lamp]);
  says(relay, conversation, ANA, '', [REPORT]);
  const window = document.createElement('deskbell-chat-window');
  Object.assign(window, { siteKey: `story-${String(Math.random())}`, locale, emojiData: 'emoji.json' });
  window.session = withFiles(simulatedCustomer(relay), files);
  act(files, picture);
  void window.updateComplete.then(() => window.show());
  return window;
}

const meta: Meta = { title: 'Widget/Files', component: 'deskbell-chat-window', parameters: { layout: 'fullscreen' } };

export default meta;

const story = (act: (files: FilesByHand, picture: File) => void): StoryObj => ({
  loaders: [async ({ globals }) => ({ window: await show(act, String(globals.locale ?? 'en')) })],
  render: (_args, { loaded }) => loaded.window as DeskbellChatWindow,
});

export const Sent = story(() => undefined);

export const OnTheirWay = story((files, picture) => {
  files.add('', [
    picture,
    new File(['x'.repeat(90_000)], 'invoice-of-the-lamp.pdf', { type: 'application/pdf' }),
    new File([], 'empty.txt'),
  ]);
  files.finish(picture.name);
  files.step('invoice-of-the-lamp.pdf', 0.4);
});
