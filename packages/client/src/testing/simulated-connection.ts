import type { Command } from '@deskbell/protocol/commands.js';
import { CLOSES, type CloseName } from '@deskbell/protocol/closes.js';
import type { LogEvent, RelayEvent } from '@deskbell/protocol/events.js';
import { parseCommand } from '@deskbell/protocol/parse.js';
import { sideOf, type Person } from '@deskbell/protocol/people.js';
import { seenBy } from '@deskbell/protocol/projection.js';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { OLDEST_VERSION } from '@deskbell/protocol/version.js';
import { perform } from './simulated-commands.js';
import type { SimulatedRelay } from './simulate-relay.js';
import type { FarSocket } from './socket-pair.js';

/** The simulated relay's end of one socket: parse, then perform, in order. */
export class SimulatedConnection {
  readonly followed = new Set<string>();
  person: Person | undefined;
  readonly #relay: SimulatedRelay;
  readonly #far: FarSocket;

  constructor(relay: SimulatedRelay, far: FarSocket) {
    this.#relay = relay;
    this.#far = far;
    far.onmessage = (frame) => {
      this.#hear(parseCommand(JSON.parse(frame)));
    };
    far.onclose = () => {
      relay.connections.delete(this);
    };
  }

  send(event: RelayEvent): void {
    this.#far.send(JSON.stringify(event));
  }

  tellLogged(event: LogEvent): void {
    if (this.person) this.send(seenBy(sideOf(this.person.role), event));
  }

  close(name: CloseName): void {
    this.#far.close(CLOSES[name].code);
    this.#relay.connections.delete(this);
  }

  cut(loud: boolean): void {
    this.#far.cut(loud);
  }

  #hear(command: Command): void {
    this.#relay.heard.push(command);
    if (command.type === 'session.open') this.#open(command);
    else if (this.person) this.#perform(this.person, command);
    else this.close('malformed');
  }

  #open({ token, version }: Extract<Command, { type: 'session.open' }>): void {
    const person = this.#relay.personOf(token);
    if (version < OLDEST_VERSION) this.close('too-old');
    else if (!person) this.close('unauthorized');
    else {
      this.person = person;
      this.#relay.opened(this, person);
    }
  }

  #perform(person: Person, command: Command): void {
    try {
      this.#relay.mayRefuse(command);
      perform(this.#relay, this, person, command);
    } catch (error) {
      if (!(error instanceof RelayError)) throw error;
      const { code, message, retryAfter, fields } = error;
      const conversation = error.conversation ?? ('conversation' in command ? command.conversation : undefined);
      this.send({
        type: 'refused',
        command: command.type,
        code,
        detail: message,
        ...('id' in command && { id: command.id }),
        ...(conversation !== undefined && { conversation }),
        ...(retryAfter !== undefined && { retryAfter }),
        ...(fields && { fields }),
      });
    }
  }
}
