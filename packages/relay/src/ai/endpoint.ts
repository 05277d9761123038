import { StartError } from '../start-error.js';
import type { EndpointOptions } from './openai-model.js';

const isAddress = (text: string): boolean => /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '');

/**
 * The endpoint that the environment names: `AI_ENDPOINT` (`https://models.example/v1`), `AI_MODEL`, and `AI_KEY` where it wants one. Undefined
 * where it names none. Throws a StartError where what it says cannot be used.
 */
export function endpointIn({ AI_ENDPOINT, AI_MODEL, AI_KEY }: NodeJS.ProcessEnv): EndpointOptions | undefined {
  if (!AI_ENDPOINT) {
    if (AI_MODEL || AI_KEY)
      throw new StartError('There is an AI_MODEL or AI_KEY, and no AI_ENDPOINT: name its address, or none of the three.');
    return undefined;
  }
  if (!isAddress(AI_ENDPOINT))
    throw new StartError(`AI_ENDPOINT has to be an address like https://models.example/v1, not "${AI_ENDPOINT}".`);
  if (!AI_MODEL) throw new StartError('Set AI_MODEL to the name of a model that AI_ENDPOINT has.');
  return { endpoint: AI_ENDPOINT, model: AI_MODEL, key: AI_KEY };
}
