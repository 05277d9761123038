import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { ANA, BEN, MAYA, MORNING, followedBy, logOf, longTalk, reacts, says, shortTalk } from '../testing/talk.js';
import { PICTURE, REPORT } from '../testing/pictures.js';
import { all, show } from '../testing/show-transcript.js';
import type { DeskbellTranscript } from '../transcript/transcript.js';
import type { DeskbellReactEvent } from '../events.js';
import './react.js';

const labels = (element: DeskbellTranscript) => all(element, '.pill').map((pill) => pill.ariaLabel);
const pressed = (element: DeskbellTranscript) => all(element, '.pill').map((pill) => pill.ariaPressed);
const tool = (element: DeskbellTranscript) => element.shadowRoot!.querySelector('deskbell-react')!;
const button = (element: DeskbellTranscript) => tool(element).renderRoot.querySelector<HTMLButtonElement>('.react')!;
const choice = (element: DeskbellTranscript) => [...tool(element).renderRoot.querySelectorAll<HTMLButtonElement>('.few button')];

/** What is asked for, in its order. */
const heard = (element: DeskbellTranscript) => {
  const asked: (readonly [number, string | null])[] = [];
  element.addEventListener('deskbell-react', ({ message, emoji }: DeskbellReactEvent) => asked.push([message, emoji]));
  return asked;
};

const pointAt = async (element: DeskbellTranscript, row: number) => {
  const { x, y, width, height } = all(element, '.bubble')[row]!.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  await tool(element).updateComplete;
};

const open = async (element: DeskbellTranscript) => {
  button(element).click();
  await new Promise((shown) => requestAnimationFrame(shown));
  await tool(element).updateComplete;
};

describe('<deskbell-react>', () => {
  it('CMP 6 shows each emoji once under its message, how many gave it and who, and adds no row', async () => {
    const log = logOf([says(ANA, 'Done.', MORNING), says(ANA, 'Anything else?', MORNING + 1)]);
    const element = await show({ events: log, canReact: true });
    const rows = all(element, '.row').length;
    const given = [reacts(MAYA, 1, '👍', MORNING + 2), reacts(ANA, 1, '👍', MORNING + 3), reacts(BEN, 2, '❤️', MORNING + 4)];
    element.events = followedBy(log, ...given);
    await element.updateComplete;
    expect(labels(element)).to.deep.equal(['👍 You and Ana Torres', '❤️ Ben Osei']);
    expect(all(element, '.pill').map((pill) => pill.textContent.trim())).to.deep.equal(['👍2', '❤️']);
    expect(pressed(element)).to.deep.equal(['true', 'false']);
    expect(all(element, '.row')).to.have.length(rows);
    expect(all(element, '.meta')).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('CMP 6 a click takes one\u2019s own back, and joins in another\u2019s', async () => {
    const log = logOf([says(ANA, 'Done.', MORNING), reacts(MAYA, 1, '👍', MORNING), reacts(ANA, 1, '❤️', MORNING)]);
    const element = await show({ events: log, canReact: true });
    const asked = heard(element);
    for (const pill of all(element, '.pill')) pill.click();
    expect(asked).to.deep.equal([
      [1, null],
      [1, '❤️'],
    ]);
    element.canReact = false;
    await element.updateComplete;
    for (const pill of all(element, '.pill')) pill.click();
    expect(asked).to.have.length(2);
  });

  it('CMP 6 what is on its way shows as given already, and taken back as gone', async () => {
    const log = logOf([says(ANA, 'Done.', MORNING), reacts(MAYA, 1, '👍', MORNING)]);
    const element = await show({ events: log, canReact: true, reacting: [{ message: 1, emoji: '❤️' }] });
    expect(labels(element)).to.deep.equal(['❤️ You']);
    element.reacting = [...element.reacting, { message: 1, emoji: null }];
    await element.updateComplete;
    expect(labels(element)).to.deep.equal([]);
    element.reacting = [];
    await element.updateComplete;
    expect(labels(element)).to.deep.equal(['👍 You']);
  });

  it('CMP 6 a reaction to an old message shows there, and one whose message is not fetched yet when it is', async () => {
    const log = longTalk(200);
    const late = followedBy(log, reacts(ANA, 60, '🎉', MORNING), reacts(ANA, 120, '👍', MORNING));
    const element = await show({ events: late.slice(100), canReact: true });
    expect(labels(element)).to.deep.equal(['👍 Ana Torres']);
    element.events = followedBy(late.slice(100), reacts(BEN, 101, '🙏', MORNING));
    await element.updateComplete;
    element.events = followedBy(late, reacts(BEN, 101, '🙏', MORNING));
    await element.updateComplete;
    element.scrollTop = 0;
    all(element, '.scroll')[0]!.scrollTop = 0;
    for (let tries = 0; tries < 50 && labels(element).length < 3; tries++) await new Promise((frame) => requestAnimationFrame(frame));
    expect(new Set(labels(element))).to.deep.equal(new Set(['🎉 Ana Torres', '👍 Ana Torres', '🙏 Ben Osei']));
  });

  it('CMP 6 stands beside the message that is pointed at, within the transcript, and gives what is chosen', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const element = await show({ events: shortTalk(), canReact: true, dir });
      const asked = heard(element);
      await tool(element).updateComplete;
      for (const row of [4, 5]) {
        await pointAt(element, row);
        const [bubble, at, whole] = [all(element, '.bubble')[row]!, button(element), element].map((each) => each.getBoundingClientRect());
        expect(at!.left >= bubble!.right || at!.right <= bubble!.left, `${dir} ${row}`).to.equal(true);
        expect(at!.left >= whole!.left && at!.right <= whole!.right).to.equal(true);
        expect(Math.abs(at!.top - bubble!.top)).to.be.lessThan(bubble!.height);
      }
      await open(element);
      await expect(element).to.be.accessible();
      choice(element)[1]!.click();
      expect(asked).to.deep.equal([[8, '❤️']]);
    }
  });

  it('CMP 6 goes from message to message with the arrows, opens, walks and closes with the keyboard alone', async () => {
    const element = await show({ events: shortTalk(), canReact: true });
    const asked = heard(element);
    await tool(element).updateComplete;
    button(element).focus();
    expect(button(element).ariaLabel).to.equal('React to: Wonderful, thank you.');
    await sendKeys({ press: 'ArrowUp' });
    await tool(element).updateComplete;
    expect(button(element).ariaLabel).to.equal('React to: Yes, before noon.');
    await sendKeys({ press: 'Enter' });
    await new Promise((shown) => requestAnimationFrame(shown));
    await tool(element).updateComplete;
    expect(tool(element).shadowRoot!.activeElement?.ariaLabel).to.equal('Thumbs up');
    await sendKeys({ press: 'ArrowRight' });
    expect(tool(element).shadowRoot!.activeElement?.ariaLabel).to.equal('Heart');
    await sendKeys({ press: 'Escape' });
    expect(tool(element).shadowRoot!.activeElement).to.equal(button(element));
    await sendKeys({ press: 'Enter' });
    await new Promise((shown) => requestAnimationFrame(shown));
    await tool(element).updateComplete;
    await sendKeys({ press: 'Enter' });
    expect(asked).to.deep.equal([[7, '👍']]);
  });

  it('CMP 6 stands beside files that have no words with them, and names them', async () => {
    const log = logOf([says(ANA, 'Here.', MORNING), says(MAYA, '', MORNING + 1, undefined, [PICTURE, REPORT])]);
    const element = await show({ events: log, canReact: true });
    await tool(element).updateComplete;
    const [attached] = all(element, 'deskbell-attachments');
    const { x, y, width, height } = attached!.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await tool(element).updateComplete;
    expect(button(element).ariaLabel).to.equal(`React to: ${PICTURE.name}, ${REPORT.name}`);
    const at = button(element).getBoundingClientRect();
    expect(at.right).to.be.most(x);
    expect(Math.abs(at.top - y)).to.be.lessThan(height);
    await expect(element).to.be.accessible();
  });

  it('CMP 6 is not there where nothing can be reacted to', async () => {
    const element = await show({ events: shortTalk() });
    expect(element.shadowRoot!.querySelector('deskbell-react')).to.equal(null);
  });
});
