import { ANA } from '@deskbell/client/testing/scenes.js';
import type { Outcome } from '@deskbell/client/testing/simulate-relay.js';
import type { DeskAction } from '@deskbell/protocol/actions.js';
import { opened, relayOf, fill, talked, type Scene } from './scenes.js';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

const ACTIONS: readonly DeskAction[] = [
  {
    id: 'refund',
    name: 'Refund an order',
    description: 'Pays back to the card it was paid with.',
    fields: [
      { name: 'order', label: 'Order', kind: 'text', required: true, pattern: 'H-\\d+' },
      { name: 'amount', label: 'Amount in €', kind: 'number', required: false },
      { name: 'why', label: 'Reason', kind: 'choice', options: ['Broken', 'Late', 'Sent back'], required: true },
      { name: 'on', label: 'From', kind: 'date', required: false },
      { name: 'note', label: 'For the workshop', kind: 'longText', required: false },
    ],
  },
  { id: 'parcel', name: 'Where is the parcel?', fields: [{ name: 'order', label: 'Order', kind: 'text', required: true }] },
  { id: 'points', name: 'Points of the customer', description: 'As of last night.', fields: [] },
];

/** An agent who may have the relay do something. */
export const acting = async (): Promise<Scene> => {
  const scene = await talked();
  scene.relay.changeDesk({ actions: [...ACTIONS] });
  return scene;
};

/** The same, with a service that never answers. */
export const actingSlowly = async (): Promise<Scene> => {
  const scene = await acting();
  scene.relay.service = () => new Promise(() => undefined);
  return scene;
};

const answered =
  (outcome: Outcome, by = ANA, name = 'Where is the parcel?') =>
  (): Promise<Scene> => {
    const relay = relayOf();
    const id = fill(relay);
    const author = { id: by.id, name: by.name, role: by.role };
    const log = relay.logs.get(id);
    const command = '0193f000-0000-7000-8000-0000000000a1';
    const answer = { id: '0193f000-0000-7000-8000-0000000000a2', command, values: { order: 'H-2087' }, ...outcome };
    log?.append({ type: 'action.performed', by: author, action: 'parcel', name, ...answer }, relay.clock.now());
    return opened(relay, id);
  };

export const answeredWell = answered({ ok: true, text: 'H-2087 left Kiel at 6:40.\nIt is in Hamburg, and comes tomorrow before noon.' });
export const answeredBadly = answered({ ok: false, text: '500', fault: 'status' });
export const answeredNothing = answered({ ok: true, text: '' });
export const answeredArabic = answered({ ok: true, text: 'غادر الطرد المستودع اليوم.' }, { ...ANA, name: 'آنا رويز' }, 'أين الطرد؟');
export const answeredLong = answered({ ok: true, text: `${LONG}\n`.repeat(40) }, { ...ANA, name: LONG }, LONG);

/** An answer that was shared already. */
export const answeredShared = async (): Promise<Scene> => {
  const scene = await answeredWell();
  const answer = scene.relay.logs.get(scene.selected ?? '')?.events.find((event) => event.type === 'action.performed');
  scene.session.follow(scene.selected ?? '');
  if (answer) await scene.session.share(answer);
  return scene;
};
