import { FILE_LIMITS, FilesByHand, withFiles } from '@deskbell/client/testing/files-by-hand.js';
import { MAYA, says, seed } from '@deskbell/client/testing/scenes.js';
import type { SimulatedRelay } from '@deskbell/client/testing/simulate-relay.js';
import type { DeskbellComposer } from '@deskbell/parts/composer/composer.js';
import { PICTURE, REPORT, drawn } from '@deskbell/parts/testing/pictures.js';
import { expect, html, waitUntil } from '@open-wc/testing';
import { atDesk, button, calm, customer, find, findAll, inPhase, textOf } from '../testing/at-desk.js';
import '../conversation/conversation.js';
// Here already, so that they come at once where they are asked for.
import '@deskbell/parts/attach/attach.js';
import '@deskbell/parts/attachments/attachments.js';
import '../editor/editor.js';

const two = (relay: SimulatedRelay) => {
  relay.changeDesk({ files: FILE_LIMITS });
  seed(relay, { customer: MAYA, ago: 60_000 });
  seed(relay, { customer: customer('tom', 'Tom'), ago: 50_000 });
};

const withDesk = async (before = two) => {
  const all = await atDesk(html`<deskbell-conversation></deskbell-conversation>`, { before, selected: inPhase('active') });
  const files = new FilesByHand();
  withFiles(all.session, files);
  const [maya, tom] = all.session.state.ongoing.map(({ id }) => id);
  all.desk.select(tom);
  await calm();
  all.desk.select(maya);
  await calm();
  return { ...all, files, maya: maya!, tom: tom! };
};

const composer = (root: Element) => find<DeskbellComposer>(root, 'deskbell-composer');
const listed = (root: Element) => findAll(root, '.file-name').map(({ title }) => title);
const text = (name: string, type = 'text/plain') => new File(['some words'], name, { type });

const carrying = (...files: File[]) => {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
};
const drop = async (on: Element, ...files: File[]) => {
  on.dispatchEvent(new DragEvent('drop', { dataTransfer: carrying(...files), bubbles: true, composed: true, cancelable: true }));
  await calm();
};

describe('<deskbell-compose>, files', () => {
  it('CMP 7 agents can attach where the workspace takes files, and see nothing of it where it does not', async () => {
    const { desk, relay } = await withDesk();
    expect(button(desk, 'Attachments').disabled).to.be.false;
    await expect(desk).to.be.accessible();
    relay.changeDesk({ files: null });
    await calm();
    expect(findAll(desk, 'deskbell-attach, deskbell-uploads')).to.deep.equal([]);
  });

  it('CMP 7 keys let files be chosen, and do nothing where nothing can be attached', async () => {
    const { desk, relay } = await withDesk();
    let chosen = 0;
    find(desk, 'input[type=file]').addEventListener('click', (event) => {
      event.preventDefault();
      chosen++;
    });
    const press = () => {
      const keys = new KeyboardEvent('keydown', { code: 'KeyU', key: 'u', altKey: true, bubbles: true, composed: true, cancelable: true });
      find(desk, 'deskbell-composer').dispatchEvent(keys);
      return keys.defaultPrevented;
    };
    expect([press(), chosen]).to.deep.equal([true, 1]);
    relay.changeDesk({ files: null });
    await calm();
    expect([press(), chosen]).to.deep.equal([false, 1]);
  });

  it('CMP 7 files that are dropped anywhere on the conversation go with the message', async () => {
    const { desk, relay, files, maya } = await withDesk();
    await drop(find(desk, '[part=head]'), text('offer.txt'));
    expect([listed(desk), composer(desk).waits]).to.deep.equal([['offer.txt'], 'Files are still being sent']);
    files.finish('offer.txt');
    await calm();
    await expect(desk).to.be.accessible();
    const [upload] = files.uploads(maya);
    button(desk, 'Send').click();
    await calm();
    const sent = relay.heard.flatMap((command) => (command.type === 'message.send' ? [command] : []));
    expect(sent.map(({ conversation, attachments }) => [conversation, attachments])).to.deep.equal([[maya, [{ id: upload!.id }]]]);
    expect([files.uploads(maya), listed(find(desk, 'deskbell-compose'))]).to.deep.equal([[], []]);
  });

  it('CMP 7 pictures can be pasted into the text with bold and links, and words still are', async () => {
    const { desk, files, maya } = await withDesk();
    const field = find(desk, '.ProseMirror');
    const paste = async (clipboardData: DataTransfer) => {
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
      await calm();
    };
    const picture = carrying(new File([await drawn(30, 20)], 'image.png', { type: 'image/png' }));
    picture.setData('text/html', '<img src="https://elsewhere.example/lamp.png">');
    await paste(picture);
    expect([files.uploads(maya).map(({ name }) => name), composer(desk).value]).to.deep.equal([['image.png'], '']);
    const words = new DataTransfer();
    words.setData('text/plain', 'some words');
    await paste(words);
    expect([files.uploads(maya).length, composer(desk).value]).to.deep.equal([1, 'some words']);
  });

  it('CMP 7 what goes up belongs to its conversation, and is still there after a switch', async () => {
    const { desk, files, maya, tom } = await withDesk();
    await drop(find(desk, '[part=head]'), text('for-maya.txt'));
    desk.select(tom);
    await calm();
    expect([listed(desk), composer(desk).waits]).to.deep.equal([[], '']);
    await drop(find(desk, '[part=head]'), text('for-tom.txt'));
    files.finish('for-maya.txt');
    desk.select(maya);
    await calm();
    expect([listed(desk), composer(desk).waits, composer(desk).attached]).to.deep.equal([['for-maya.txt'], '', true]);
  });

  it('CMP 7 takes nothing while the network is away', async () => {
    const { desk, relay, files, maya } = await withDesk();
    relay.network.drop();
    await calm();
    await drop(find(desk, '[part=head]'), text('a.txt'));
    expect([files.uploads(maya), button(desk, 'Attachments').disabled]).to.deep.equal([[], true]);
  });

  it('CMP 7 shows what the customer attached', async () => {
    const { desk, relay, files, maya } = await withDesk();
    files.serve(PICTURE.id, URL.createObjectURL(await drawn(300, 200)));
    says(relay, maya, MAYA, '', [PICTURE, REPORT]);
    await calm();
    await waitUntil(() => findAll(desk, 'deskbell-picture .there, .there').length === 1);
    expect(files.asked).to.deep.equal(['lamp/thumbnail']);
    expect(textOf(find(desk, 'deskbell-file'))).to.include('PDF · 1.4 MB');
    await expect(desk).to.be.accessible();
  });
});
