import '@deskbell/console/cobrowse/everything.js';
import '@deskbell/console/compose/compose.js';
import '@deskbell/console/console/console.js';
import '@deskbell/console/thread/thread.js';
import '@deskbell/console/tray/tray.js';
import { CODE_LASTS, type CobrowseEnd } from '@deskbell/protocol/cobrowse.js';
import type { Meta, StoryContext, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { cobrowsable, CobrowseAct, later, type CobrowseCourse } from './scenes-cobrowse.js';
import { onDesk, sceneOf, staged } from './show.js';

export default { title: 'Console/Co-browse', parameters: { layout: 'fullscreen' } } satisfies Meta;

/** What happens before the story is looked at. */
type Deed = (act: CobrowseAct) => unknown;

const perform = async (deed: Deed, context: StoryContext): Promise<void> => {
  await deed(await CobrowseAct.at(context.canvasElement, sceneOf(context)));
};

const story = (pieces: TemplateResult, box: string, deed: Deed): StoryObj => ({
  ...staged(cobrowsable),
  render: (_args, context) => onDesk(sceneOf(context), pieces, box),
  play: (context) => perform(deed, context),
});

const button = (deed: Deed) => story(html`<div class="bottom"><deskbell-compose></deskbell-compose></div>`, 'half', deed);

const pressed = ({ desk }: CobrowseAct): void =>
  desk
    .querySelector('deskbell-compose')
    ?.shadowRoot?.querySelector('deskbell-cobrowse-button')
    ?.shadowRoot?.querySelector<HTMLElement>('button')
    ?.click();

export const Button = button(() => undefined);
export const ButtonAsked = button(async (act) => {
  await act.ask();
  pressed(act);
});
export const ButtonWithACode = button(async (act) => {
  await act.ask('code');
  act.closeCode();
  pressed(act);
});
export const ButtonOff = button((act) => act.losesTheRelay());

const card = (deed: (course: CobrowseCourse) => unknown) =>
  story(html`<deskbell-thread></deskbell-thread>`, 'half', async (act) => deed(await act.ask()));

export const CardAsked = card(() => undefined);
export const CardAllowed = card((course) => course.allows());
export const CardRefused = card((course) => course.ends('refused'));
export const CardEnded = card((course) => course.allows().ends('customer'));
export const CardExpired = card((course) => course.ends('expired'));

const code = (deed: Deed) => story(html`<deskbell-tray></deskbell-tray>`, 'column', deed);

export const Code = code((act) => act.dictate());
export const CodeNearlyExpired = code(async (act) => {
  await act.dictate();
  act.desk.ticker = later(CODE_LASTS - 20_000);
});
export const CodeExpired = code(async (act) => {
  await act.dictate();
  act.desk.ticker = later(CODE_LASTS);
});

export const Rows = code(async (act) => {
  await act.dictate();
  (await act.dictate()).types();
  (await act.dictate()).types().allows();
  (await act.dictate()).types().ends('refused');
  act.closeCode();
});

const STAGE = html`<div class="whole"><deskbell-cobrowse-stage></deskbell-cobrowse-stage></div>`;

/** One without a chat, in the middle of the screen. */
const phone = (deed: (course: CobrowseCourse, act: CobrowseAct) => unknown) =>
  story(STAGE, '', async (act) => {
    const course = await act.dictate();
    act.closeCode();
    act.watch(course);
    await deed(course, act);
  });

export const ViewWithTheCode = phone(() => undefined);
export const ViewWithACodeToldBefore = phone((course, act) => act.forget(course));
export const ViewWaiting = phone((course) => course.types());

const view = (deed: Deed, pieces = STAGE, box = '') => story(pieces, box, deed);

const live =
  (deed: (course: CobrowseCourse, act: CobrowseAct) => unknown = () => undefined): Deed =>
  async (act) =>
    deed(await (await act.ask()).allows().shows(), act);

export const ViewConnecting = view(async (act) => (await act.ask()).allows());
export const ViewUnreachable = view(async (act) => (await act.ask()).allows().parts('unreachable'));
export const ViewLive = view(live());
export const ViewSlow = view(live((course) => course.says({ type: 'travelled', round: 2_400 })));
export const ViewOnAPrivatePage = view(live((course) => course.says({ type: 'paused', why: 'off-limits' })));
export const ViewWithTheCustomerAway = view(live((course) => course.says({ type: 'paused', why: 'hidden' })));
export const ViewOfAPageThatFails = view(live((course) => course.says({ type: 'paused', why: 'failed' })));
export const ViewReconnecting = view(live((course) => course.parts('away')));
export const ViewInAnotherTab = view(live((course) => course.parts('elsewhere')));

const ended = (end: CobrowseEnd) => view(live((course) => course.ends(end)));

export const EndedByTheCustomer = ended('customer');
export const EndedByTime = ended('expired');
export const EndedAsTheCustomerLeft = ended('gone');
export const EndedAsItWasTurnedOff = ended('off');

export const ControlAsked = view(live(({ begun }) => begun.watching.askControl()));
export const ControlGranted = view(live((course) => course.says({ type: 'control', state: 'granted' })));
export const ControlRefused = view(live((course) => course.says({ type: 'control', state: 'refused' })));
export const ControlNotAllowed = view(live((course) => course.says({ type: 'control', state: 'not-allowed' })));

export const ControlGivenBack = view(
  live((course) => {
    course.says({ type: 'control', state: 'granted' });
    course.says({ type: 'control', state: 'none' });
  }),
);
export const Drawing = view(live(({ begun }) => begun.watching.use('draw')));
export const ViewAfterAReload = phone((course, act) => act.forget(course.types().allows()));

/** An element somewhere below, through every open shadow root. */
function within(root: ParentNode, name: string): Element | undefined {
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === name) return element;
    const found = element.shadowRoot && within(element.shadowRoot, name);
    if (found) return found;
  }
  return undefined;
}

const measured = ({ desk }: CobrowseAct): void =>
  within(desk, 'deskbell-cobrowse-quality')?.shadowRoot?.querySelector<HTMLElement>('button')?.click();

export const Quality = view(live((_, act) => measured(act)));
export const QualityThroughTheRelay = view(async (act) => {
  await (await act.ask()).allows().shows('relay');
  measured(act);
});

const whole = (box: string, deed: Deed, globals: Record<string, string> = {}): StoryObj => ({
  ...staged(cobrowsable),
  globals,
  render: (_args, context) => {
    const { session, selected } = sceneOf(context);
    const place = document.createElement('div');
    place.className = `box ${box}`;
    const console = document.createElement('deskbell-console');
    console.session = session;
    place.append(console);
    void console.updateComplete.then(() => console.select(selected));
    return place;
  },
  play: (context) => perform(deed, context),
});

const RIGHT_TO_LEFT = { locale: 'ar', direction: 'rtl' };

const chatInFront = live((_, { desk }) =>
  within(desk, 'deskbell-cobrowse-stage')?.shadowRoot?.querySelector<HTMLElement>('.switch [aria-pressed=false]')?.click(),
);

export const Console = whole('', live());
export const ConsoleHalf = whole('half', live());
export const ConsoleDocked = whole('docked', live());
export const ConsoleDockedWithTheChat = whole('docked', chatInFront);
export const RightToLeft = whole(
  '',
  live((course) => course.says({ type: 'control', state: 'granted' })),
  RIGHT_TO_LEFT,
);
export const RightToLeftDocked = whole('docked', live(), RIGHT_TO_LEFT);
export const RightToLeftCode = { ...Code, globals: RIGHT_TO_LEFT };
export const RightToLeftAsked = { ...ButtonAsked, globals: RIGHT_TO_LEFT };
