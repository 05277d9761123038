import { expect } from '@open-wc/testing';
import { everythingIn } from '../testing/record-page.js';
import { clear, frameOf, rest, run, show, stage } from './testing/framed-site.js';

const OPEN = 'Opqrvisibel';
const SECRET = 'Zyxwkanari';
const CARD = '4539197382046171';

beforeEach(() => document.body.append(stage));
afterEach(clear);

type Session = Awaited<ReturnType<typeof show>>;

/** Nothing of that left the frame, nor the page. */
async function keeps({ html, end }: Session, frame: HTMLIFrameElement, secrets: readonly string[]) {
  await rest();
  const { mirrored } = end();
  const raw = mirrored.map((bytes) => new TextDecoder('latin1').decode(bytes)).join('\n');
  const left = [html(), raw, everythingIn(mirrored), ...(await run<string[]>(frame.contentWindow, 'sent'))].join('\n');
  for (const secret of secrets) expect(left).not.to.include(secret);
  return left;
}

describe('a frame of another origin, and what is masked', () => {
  it('COB 6 P23 P4 P5 P6 P7 what is secret in a frame never leaves it', async () => {
    const frame = await frameOf({
      html: `<p>${OPEN}</p><p data-deskbell-mask>${SECRET}</p><input type=password><input autocomplete=cc-number><input autocomplete=one-time-code>
        <input type=hidden value="${SECRET}"><p>Card ${CARD}</p><div data-deskbell-block>${SECRET}</div>`,
    });
    const session = await show();
    await session.sees(OPEN);
    await run(
      frame.contentWindow,
      `for (const input of document.querySelectorAll('input')) {
         input.value = '${SECRET}';
         input.dispatchEvent(new Event('input', { bubbles: true }));
       }
       document.querySelector('[autocomplete=cc-number]').value = '${CARD}';
       document.querySelector('p').append(' and more');`,
    );
    await session.sees('and more');
    expect(await keeps(session, frame, [SECRET, CARD])).to.include(OPEN);
  });

  it('COB 6 P23 P15 the rules of its own path hold for it: marks, private, and off limits', async () => {
    const at = '*/frame.html';
    const marked = await frameOf({ html: `<p>${OPEN}</p><b>${SECRET}</b>` });
    const session = await show({ rules: { pages: [{ at, mask: ['b'] }] } });
    await session.sees(OPEN);
    await keeps(session, marked, [SECRET]);
    session.showing.stop();
    clear();

    document.body.append(stage);
    const hidden = await frameOf({ html: `<p>${SECRET}</p>` });
    const off = await show({ rules: { pages: [{ at, offLimits: true }] } });
    stage.append('the page itself');
    await off.sees('the page itself');
    await keeps(off, hidden, [SECRET]);
    expect(off.html()).to.match(/<iframe[^>]*><\/iframe>/);
  });

  it('COB 6 P23 P15 a frame that goes off limits in place is emptied, and comes back', async () => {
    const frame = await frameOf({ html: `<p>${OPEN}</p>` });
    const session = await show({ rules: { pages: [{ at: '/vault', offLimits: true }] } });
    await session.sees(OPEN);
    await run(
      frame.contentWindow,
      `globalThis.was = location.href; history.pushState(null, '', '/vault'); document.body.append('${SECRET}')`,
    );
    await session.seesNo(OPEN);
    await keeps(session, frame, [SECRET]);
    await run(frame.contentWindow, `document.body.lastChild.remove(); history.pushState(null, '', was)`);
    await session.sees(OPEN);
  });

  it('COB 6 P23 P17 in a masked place it is masked, whatever it unmasks; also where the mark comes late', async () => {
    const framed = { html: `<p data-deskbell-unmask>${SECRET}</p><i>${OPEN}</i>` };
    const around = document.createElement('section');
    const frame = await frameOf(framed, { 'data-deskbell-mask': '' });
    const session = await show();
    await session.sees('<i>•');
    await keeps(session, frame, [SECRET, OPEN]);
    session.showing.stop();
    clear();

    document.body.append(stage);
    stage.append(around);
    const late = await frameOf({ html: `<i>${OPEN}</i>` });
    const next = await show();
    await next.sees(OPEN);
    late.setAttribute('data-deskbell-mask', '');
    await next.seesNo(OPEN);
    await next.sees('<i>•');
    await run(late.contentWindow, `document.querySelector('i').textContent = '${SECRET}'`);
    await keeps(next, late, [SECRET]);
    late.setAttribute('data-deskbell-block', '');
    await next.seesNo('<i>•');
  });

  it('COB 6 P23 P1 in private pages it is masked but for what is unmasked in it', async () => {
    const frame = await frameOf({ html: `<p>${SECRET}</p><b data-deskbell-unmask>${OPEN}</b>` });
    const session = await show({ rules: { masking: 'private' } });
    await session.sees(OPEN);
    await keeps(session, frame, [SECRET]);
  });

  it('COB 6 P23 P15 where the page around is off limits nothing of the frame is shown', async () => {
    const frame = await frameOf({ html: `<p>${OPEN}</p>` });
    const before = location.href;
    const session = await show({ rules: { pages: [{ at: '/account', offLimits: true }] } });
    await session.sees(OPEN);
    history.pushState(null, '', '/account');
    try {
      await rest();
      const sent = session.end().mirrored.length;
      await run(frame.contentWindow, `document.querySelector('p').textContent = '${SECRET}'`);
      await keeps(session, frame, [SECRET]);
      expect(session.end().mirrored.length).to.equal(sent);
    } finally {
      history.replaceState(null, '', before);
    }
    await session.sees(SECRET);
  });
});
