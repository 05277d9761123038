export type DeviceKind = 'microphone' | 'camera' | 'screen' | 'speaker';

/**
 * Why there is no sound or no picture, and what people can do about it:
 * `insecure`: the page is not served over https; nothing the person in front of it can do.
 * `denied`: the person, or their company, forbade it: the lock beside the address is where it is allowed again.
 * `none`: nothing is plugged in.
 * `busy`: another program has it: close that one, and try again.
 * `unplugged`: it was there, and is not: plug it in, or choose another.
 * `cancelled`: the choice of a screen was closed; nothing is wrong.
 * `unknown`: the browser does not say.
 */
export type FaultCode = 'insecure' | 'denied' | 'none' | 'busy' | 'unplugged' | 'cancelled' | 'unknown';

/** An expected trouble with a device. What is said about it is up to who shows it. */
export class DeviceFault extends Error {
  readonly code: FaultCode;
  readonly device: DeviceKind;

  constructor(device: DeviceKind, code: FaultCode, options?: ErrorOptions) {
    super(`${device}: ${code}`, options);
    this.device = device;
    this.code = code;
  }
}

// What browsers throw: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
const CODES: Readonly<Record<string, FaultCode>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
  TypeError: 'insecure',
};

/** Reads what a browser threw when it was asked for a device. */
export function readFault(device: DeviceKind, thrown: unknown): DeviceFault {
  const { name, message } = thrown as { name?: string; message?: string };
  const code = CODES[name ?? ''] ?? 'unknown';
  // Closing the choice and being forbidden are the same error; Chromium says of the latter that it was the system.
  const wasClosed = device === 'screen' && code === 'denied' && !/system|policy/i.test(message ?? '');
  return new DeviceFault(device, wasClosed ? 'cancelled' : code, { cause: thrown });
}
