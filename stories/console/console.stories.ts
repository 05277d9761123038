import type { DeskbellConsole } from '@deskbell/console/console/console.js';
import '@deskbell/console/console/console.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import * as scenes from './scenes.js';
import type { Scene } from './scenes.js';
import { sceneOf, staged } from './show.js';

interface Args {
  width: 'wide' | 'half' | 'docked';
  infoFolded: boolean;
  accent: string;
}

function show({ width, infoFolded, accent }: Args, scene: Scene): HTMLElement {
  const box = document.createElement('div');
  box.className = `box ${width}`;
  const console: DeskbellConsole = document.createElement('deskbell-console');
  Object.assign(console, { session: scene.session, infoFolded });
  if (accent) console.style.setProperty('--deskbell-accent', accent);
  box.append(console);
  void console.updateComplete.then(() => console.select(scene.selected));
  return box;
}

const meta: Meta<Args> = {
  title: 'Console/Console',
  component: 'deskbell-console',
  parameters: { layout: 'fullscreen' },
  args: { width: 'wide', infoFolded: false, accent: '' },
  argTypes: { width: { control: 'inline-radio', options: ['wide', 'half', 'docked'] }, accent: { control: 'color' } },
  render: (args, context) => show(args, sceneOf(context)),
};

export default meta;

type Story = StoryObj<Args>;

const story = (stage: () => Promise<Scene>, args: Partial<Args> = {}): Story => ({ ...staged(stage), args });

export const Empty = story(scenes.empty);
export const Listening = story(scenes.listening);
export const Waiting = story(scenes.waiting);
export const Talking = story(scenes.talking);
export const Overdue = story(scenes.overdue);
export const Offline = story(scenes.offline);
export const NotDelivered = story(scenes.notDelivered);
export const WrapUp = story(scenes.wrapUp);
export const Closed = story(scenes.closed);
export const TakenByAColleague = story(scenes.taken);
export const SignedOut = story(scenes.signedOut);
export const Loading = story(scenes.loading);
export const LongWords = story(scenes.longWords);
export const TenThousandMessages = story(scenes.tenThousand);
export const InformationFolded = story(scenes.talking, { infoFolded: true });
export const Half = story(scenes.talking, { width: 'half' });
export const Docked = story(scenes.talking, { width: 'docked' });
export const DockedList = story(async () => ({ ...(await scenes.busy()), selected: undefined }), { width: 'docked' });
export const DockedWrapUp = story(scenes.wrapUp, { width: 'docked' });
export const OwnAccent = story(scenes.talking, { accent: '#0a7d55' });
export const Offered: StoryObj = staged(scenes.offered);
export const Snoozed: StoryObj = staged(scenes.snoozed);
