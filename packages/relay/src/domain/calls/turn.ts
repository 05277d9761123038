import type { NewCallEvent } from '@deskbell/protocol/call-events.js';
import { REJOINS_WITHIN, type CallEnd } from '@deskbell/protocol/calls.js';
import type { Author, Named } from '@deskbell/protocol/people.js';
import { heirOf, legOf, type Call, type Leg } from './call.js';
import { callAfter } from './fold.js';

type Distributed<E> = E extends NewCallEvent ? Omit<E, 'at' | 'by'> : never;

/** What a decision brings about: events, each of which changes the call that the next is decided on. */
export class Turn {
  call: Call;
  readonly events: NewCallEvent[] = [];
  readonly at: number;
  private readonly by: Author;

  constructor(call: Call, at: number, by: Author) {
    this.call = call;
    this.at = at;
    this.by = by;
  }

  tell(event: Distributed<NewCallEvent>): void {
    const told = { ...event, at: this.at, by: this.by } as NewCallEvent;
    this.events.push(told);
    this.call = callAfter(this.call, told);
  }

  end(why: CallEnd, wrapUp: Named | null): void {
    this.tell({ type: 'call.ended', why, wrapUp });
  }

  /** Takes somebody off; whoever comes next has the call where it was theirs, and where nobody does, it goes on to where it is to. */
  takeOff({ person, role }: Leg, why: 'left' | 'lost' | 'given'): void {
    const had = this.call.owner === person.id;
    const heir = had ? heirOf(this.call) : undefined;
    this.tell({ type: 'call.left', person, role, why });
    if (!had) return;
    if (heir) this.tell({ type: 'call.passed', agent: heir.person, holds: false });
    else this.goOn('lost');
  }

  /** Where nobody has the call and it is put to nobody, it waits in its queue; where it has none, it ends, and who had it last does the wrap-up. */
  goOn(why: CallEnd): void {
    const { owner, waits, queue, answeredAt, handledBy } = this.call;
    if (waits && (waits.offer || waits.queue)) return;
    if (owner !== null) {
      if (waits) this.tell({ type: 'call.kept' });
    } else if (queue && answeredAt !== null) this.tell({ type: 'call.returned', queue });
    else this.end(why, answeredAt === null ? null : handledBy);
  }

  drop({ person, role }: Leg): void {
    this.tell({ type: 'call.dropped', person, role, until: this.at + REJOINS_WITHIN });
  }

  /** The leg of somebody of whom it is known that they have one. */
  leg(id: string): Leg {
    const leg = legOf(this.call, id);
    if (!leg) throw new Error(`${id} is not on call ${this.call.id}`);
    return leg;
  }
}
