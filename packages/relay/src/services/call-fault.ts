import type { ActionFault } from '@deskbell/protocol/actions.js';

/** A call brought nothing that can be shown. It carries nothing of the call: no address, no header, no secret. */
export class CallFault extends Error {
  override readonly name = 'CallFault';
  readonly fault: ActionFault;
  /** Of the answer that refused. */
  readonly status: number | undefined;

  constructor(fault: ActionFault, status?: number) {
    super(fault);
    this.fault = fault;
    this.status = status;
  }
}
