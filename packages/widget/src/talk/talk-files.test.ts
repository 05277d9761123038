import { FilesByHand, FILE_LIMITS, withFiles } from '@deskbell/client/testing/files-by-hand.js';
import { ANA, says, seed } from '@deskbell/client/testing/scenes.js';
import { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import { PICTURE, REPORT, drawn } from '@deskbell/parts/testing/pictures.js';
import type { Site } from '@deskbell/protocol/site.js';
import { expect, waitUntil } from '@open-wc/testing';
import { composerOf, quiet, shown, talkOf, transcriptOf, button } from '../testing/shown.js';
import type { DeskbellChatWindow } from '../window/window.js';
import '@deskbell/parts/attach/attach.js';
import '@deskbell/parts/attachments/attachments.js';

const chat = async (limits: Site['files'] = FILE_LIMITS) => {
  const relay = new SimulatedRelay({ site: { files: limits } });
  const id = seed(relay);
  const all = await shown(relay);
  const files = new FilesByHand(limits ?? FILE_LIMITS);
  withFiles(all.session, files);
  talkOf(all.window)!.requestUpdate();
  await quiet(all.window);
  return { ...all, id, files };
};

const inComposer = (window: DeskbellChatWindow, name: 'attach' | 'uploads') => composerOf(window)!.querySelector(`deskbell-${name}`);
const words = (window: DeskbellChatWindow) =>
  (inComposer(window, 'uploads')!.shadowRoot!.querySelector('ul')?.innerText ?? '').replace(/\s+/g, ' ');
const isOff = (window: DeskbellChatWindow) => button(composerOf(window)!.renderRoot, 'Send')!.ariaDisabled;
const text = (name: string, size = 2_000, type = 'text/plain') => new File(['x'.repeat(size)], name, { type });

const drop = async (window: DeskbellChatWindow, on: Element, ...files: File[]) => {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true });
  on.dispatchEvent(event);
  await quiet(window);
  return event;
};

const sent = (relay: SimulatedRelay) => relay.heard.flatMap((command) => (command.type === 'message.send' ? [command] : []));

describe('deskbell-chat-talk, files', () => {
  it('CMP 7 customers can attach where the workspace takes files, and see nothing of it where it does not', async () => {
    const { window } = await chat();
    expect(inComposer(window, 'attach')!.shadowRoot!.querySelector('button')!.ariaLabel).to.equal('Attachments');
    const { width, height } = inComposer(window, 'attach')!.shadowRoot!.querySelector('button')!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([44, 44]);
    await expect(window).to.be.accessible();
    const { window: without } = await chat(null);
    expect([inComposer(without, 'attach'), inComposer(without, 'uploads')]).to.deep.equal([null, null]);
  });

  it('CMP 7 files that are dropped anywhere on the window go up, and go with the message once all of them are there', async () => {
    const { window, relay, files } = await chat();
    await drop(window, window.renderRoot.querySelector('.head')!, text('notes.txt'), text('empty.txt', 0));
    files.step('notes.txt', 0.5);
    await quiet(window);
    expect(words(window)).to.contain('50% of 2 kB').and.to.contain('There is nothing in this file');
    expect([isOff(window), composerOf(window)!.waits]).to.deep.equal(['true', 'Files are still being sent']);
    composerOf(window)!.submit();
    expect(sent(relay)).to.deep.equal([]);
    await expect(window).to.be.accessible();
    files.finish('notes.txt');
    await quiet(window);
    expect(isOff(window)).to.equal('false');
    const [upload] = files.uploads('');
    composerOf(window)!.submit();
    await quiet(window);
    expect(sent(relay).map((command) => [command.text, command.attachments])).to.deep.equal([['', [{ id: upload!.id }]]]);
    expect([words(window), files.uploads('').length, isOff(window)]).to.deep.equal(['', 0, 'true']);
  });

  it('CMP 7 a file that failed keeps the message back till it is tried again or taken off', async () => {
    const { window, files } = await chat();
    await drop(window, window.renderRoot.querySelector('dialog')!, text('a.txt'), text('b.txt'));
    files.finish('a.txt');
    files.fail('b.txt');
    await quiet(window);
    expect(composerOf(window)!.waits).to.equal('A file was not sent. Try it again, or remove it.');
    const list = () => inComposer(window, 'uploads')!.shadowRoot!;
    button(list(), 'Retry b.txt')!.click();
    await quiet(window);
    expect(composerOf(window)!.waits).to.equal('Files are still being sent');
    button(list(), 'Remove b.txt')!.click();
    await quiet(window);
    expect([composerOf(window)!.waits, isOff(window)]).to.deep.equal(['', 'false']);
  });

  it('CMP 7 a picture shows at once, is described, and shows in its message without being fetched', async () => {
    const { window, relay, files, id } = await chat();
    const picture = new File([await drawn(300, 200)], 'lamp.png', { type: 'image/png' });
    await drop(window, window.renderRoot.querySelector('dialog')!, picture);
    const list = inComposer(window, 'uploads')!.shadowRoot!;
    const address = list.querySelector('img')!.src;
    expect(address).to.match(/^blob:/);
    button(list, 'Describe this picture')!.click();
    await quiet(window);
    const input = list.querySelector('input')!;
    input.value = 'A lamp';
    input.dispatchEvent(new Event('change'));
    files.finish('lamp.png');
    await quiet(window);
    const [upload] = files.uploads('');
    composerOf(window)!.submit();
    await quiet(window);
    expect(sent(relay).at(-1)!.attachments).to.deep.equal([{ id: upload!.id, alt: 'A lamp' }]);
    says(relay, id, ANA, 'That one?', [upload!.attachment!]);
    await quiet(window);
    await waitUntil(() => pictures(window).some((each) => each.shadowRoot!.querySelector<HTMLImageElement>(`img[src='${address}']`)));
    expect(files.asked).to.deep.equal([]);
  });

  it('CMP 7 shows what the agent attached', async () => {
    const { window, relay, files, id } = await chat();
    files.serve(PICTURE.id, URL.createObjectURL(await drawn(300, 200)));
    says(relay, id, ANA, '', [PICTURE, REPORT]);
    await quiet(window);
    await waitUntil(() => pictures(window).some((each) => each.shadowRoot!.querySelector('.there')));
    expect(files.asked).to.deep.equal(['lamp/thumbnail']);
    await expect(window).to.be.accessible();
  });

  it('CMP 7 takes nothing while the network is away, and keeps the page', async () => {
    const { window, relay, files } = await chat();
    relay.network.drop();
    await quiet(window);
    const event = await drop(window, window.renderRoot.querySelector('dialog')!, text('a.txt'));
    expect([event.defaultPrevented, files.uploads('').length]).to.deep.equal([true, 0]);
    expect(inComposer(window, 'attach')!.shadowRoot!.querySelector('button')!.disabled).to.be.true;
  });
});

const pictures = (window: DeskbellChatWindow) =>
  [...transcriptOf(window).renderRoot.querySelectorAll('deskbell-attachments')].flatMap((each) => [
    ...each.shadowRoot!.querySelectorAll('deskbell-picture'),
  ]);
