import { DeviceFault, readFault, type DeviceKind } from './device-fault.js';
import type { KeptPreferences, Preferences } from './preferences.js';

/** A device, for a list to choose from. Its name is empty till the browser has been allowed one. */
export interface Device {
  readonly id: string;
  readonly name: string;
}

/** Something that is captured in one of these ways. */
export type Captured = 'microphone' | 'camera' | 'screen';

/** The part of a browser's MediaDevices that is needed. */
export type MediaPort = Pick<
  MediaDevices,
  'getUserMedia' | 'getDisplayMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>;

const LISTED: Record<Exclude<DeviceKind, 'screen'>, MediaDeviceKind> = {
  microphone: 'audioinput',
  camera: 'videoinput',
  speaker: 'audiooutput',
};

// A wish, not a condition: what was chosen last may not be plugged in, and then another one does.
const wish = (id: string | undefined): { deviceId?: ConstrainDOMString } => (id === undefined ? {} : { deviceId: { ideal: id } });

/** The microphones, cameras and screens of this browser. Everything that it throws is a `DeviceFault`. */
export class Devices {
  readonly #media: MediaPort | undefined;
  readonly #kept: KeptPreferences;

  /** @param media - Undefined on pages that are not secure: browsers have none there. */
  constructor(media: MediaPort | undefined, kept: KeptPreferences) {
    this.#media = media;
    this.#kept = kept;
  }

  get preferences(): Preferences {
    return this.#kept.now;
  }

  /** Remembers what was chosen; it counts from the next capture on. */
  prefer(change: Preferences): void {
    this.#kept.change(change);
  }

  async list(kind: Exclude<DeviceKind, 'screen'>): Promise<Device[]> {
    const all = await this.#port(kind).enumerateDevices();
    return all
      .filter((device) => device.kind === LISTED[kind] && device.deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  }

  /** Calls back when something was plugged in or out. Returns what ends that. */
  watch(changed: () => void): () => void {
    this.#media?.addEventListener('devicechange', changed);
    return () => this.#media?.removeEventListener('devicechange', changed);
  }

  /**
   * Asks the browser, which may ask the person.
   * @throws DeviceFault
   */
  async capture(kind: Captured): Promise<MediaStreamTrack> {
    const media = this.#port(kind);
    try {
      const stream = await (kind === 'screen'
        ? media.getDisplayMedia({ video: { frameRate: { max: 30 } }, audio: false })
        : media.getUserMedia(kind === 'microphone' ? { audio: this.#voice() } : { video: this.#picture() }));
      const track = stream.getTracks()[0];
      if (!track) throw new DeviceFault(kind, 'none');
      // Text is to be read, a face is to move.
      track.contentHint = { microphone: 'speech', camera: 'motion', screen: 'detail' }[kind];
      return track;
    } catch (thrown) {
      throw thrown instanceof DeviceFault ? thrown : readFault(kind, thrown);
    }
  }

  #voice(): MediaTrackConstraints {
    const { microphone, echoCancellation = true, noiseSuppression = true, autoGainControl = true } = this.#kept.now;
    return { ...wish(microphone), echoCancellation, noiseSuppression, autoGainControl };
  }

  #picture(): MediaTrackConstraints {
    return { ...wish(this.#kept.now.camera), width: { ideal: 1_280 }, height: { ideal: 720 }, frameRate: { max: 30 } };
  }

  #port(device: DeviceKind): MediaPort {
    if (!this.#media) throw new DeviceFault(device, 'insecure');
    return this.#media;
  }
}

/** Those of this browser. */
export const mediaOfBrowser = (): MediaPort | undefined =>
  isSecureContext ? (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices : undefined;
