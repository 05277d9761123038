import '@deskbell/console/console/console.js';
import { MAYA, accepts, says, seed } from '@deskbell/client/testing/scenes.js';
import { simulatedAgent } from '@deskbell/client/testing/simulated-sessions.js';
import { simulateRelay } from '@deskbell/client/testing/simulate-relay.js';

// This project's own console, with a conversation in it that goes on.
const relay = simulateRelay();
const conversation = seed(relay);
accepts(relay, conversation);
const element = Object.assign(document.createElement('deskbell-console'), { session: simulatedAgent(relay) });
document.getElementById('place')?.append(element);
void element.updateComplete.then(() => element.select(conversation));

let said = 0;
const say = (): void => says(relay, conversation, MAYA, `It is the ${String((said += 1))}th time that I ask`);
Object.assign(window, {
  tick: say,
  burst: () => {
    for (let time = 0; time < 200; time += 1) say();
  },
});
