import { SHOP_RESPONSES, manyResponses } from '@deskbell/client/testing/responses.js';
import { LONG, fill, opened, relayOf, type Scene } from './scenes.js';

/** The workspace has standard responses. */
const stocked = (responses = SHOP_RESPONSES): Promise<Scene> => {
  const relay = relayOf();
  relay.changeResponses(responses);
  return opened(relay, fill(relay));
};

export const responses = (): Promise<Scene> => stocked();

export const twoThousandResponses = (): Promise<Scene> => stocked(manyResponses());

export const longResponses = (): Promise<Scene> =>
  stocked([
    {
      id: 'long',
      name: LONG,
      templates: [
        { id: 'long', name: `${LONG}${LONG}`, text: LONG },
        { id: 'rtl', name: 'سياسة الإرجاع (30 يومًا)', text: 'يمكنك إرجاع المنتج خلال 30 يومًا.' },
      ],
    },
    ...SHOP_RESPONSES,
  ]);

/** The relay does not answer when it is asked for the responses, */
export const responsesAwaited = async (): Promise<Scene> => {
  const scene = await stocked();
  return { ...scene, session: Object.assign(scene.session, { responses: () => new Promise<never>(() => undefined) }) };
};

/** or answers that it cannot. */
export const responsesRefused = async (): Promise<Scene> => {
  const scene = await stocked();
  scene.relay.refuseNext('/v1/responses', 'unavailable');
  return scene;
};
