import { browser } from './browser.js';
import type { Quality } from './budget.js';
import type { Signalling } from './link/signalling.js';
import { DeviceFault } from './media/device-fault.js';
import { Devices, mediaOfBrowser, type Captured } from './media/devices.js';
import { HoldAudio } from './media/hold-audio.js';
import { Meter } from './media/meter.js';
import { KeptPreferences } from './media/preferences.js';
import { Source } from './media/source.js';
import { Speaker } from './media/speaker.js';
import { Mesh, type PeerState } from './mesh.js';
import type { Plan } from './plan.js';
import type { CallSurroundings } from './surroundings.js';

export interface CallOptions {
  /** What the others' plans call this end. */
  readonly me: string;
  readonly signalling: Signalling;
  /** TURN servers with credentials that are good now; none: `[]`. Rejects where the relay is not reached. */
  readonly iceServers: () => Promise<readonly RTCIceServer[]>;
  /** What it stands on, for tests; the browser's own where left out. */
  readonly surroundings?: Partial<CallSurroundings>;
  readonly devices?: Devices;
}

export interface CallState {
  readonly peers: readonly PeerState[];
  readonly isMuted: boolean;
  readonly microphone: MediaStreamTrack | undefined;
  readonly camera: MediaStreamTrack | undefined;
  readonly screen: MediaStreamTrack | undefined;
  /** The last trouble with each thing that can be captured; gone when it works again. */
  readonly faults: Readonly<Partial<Record<Captured, DeviceFault>>>;
  /** The worst line there is; undefined where one is alone. */
  readonly quality: Quality | undefined;
}

const WORST_FIRST: readonly Quality[] = ['lost', 'poor', 'fair', 'good'];

/** Own end of a call: what is captured here, and links to all others, as the plan says. */
export class Call {
  readonly devices: Devices;
  /** Everything that is made of sound here; running once the person has clicked anywhere. */
  readonly context = new AudioContext();
  readonly #mesh: Mesh;
  readonly #speaker: Speaker;
  readonly #hold: HoldAudio;
  readonly #sources: Record<Captured, Source>;
  readonly #faults = new Map<Captured, DeviceFault>();
  readonly #listeners = new Set<(state: CallState) => void>();
  readonly #unwatch: () => void;
  #isMuted = false;
  #meter: Meter | undefined;

  constructor({ me, signalling, iceServers, surroundings: given, devices }: CallOptions) {
    const surroundings = { ...browser, ...given };
    this.devices = devices ?? new Devices(mediaOfBrowser(), new KeptPreferences(() => localStorage));
    this.#speaker = new Speaker(this.devices.preferences.speaker);
    this.#hold = new HoldAudio(this.context);
    this.#mesh = new Mesh({ me, signalling, iceServers, surroundings, changed: () => this.#tell() });
    this.#sources = { microphone: this.#source('microphone'), camera: this.#source('camera'), screen: this.#source('screen') };
    this.#unwatch = surroundings.watch(() => this.#mesh.recover());
    // Made by a click, mostly; where not, with the first.
    void this.context.resume();
    this.#use();
  }

  get state(): CallState {
    const { peers } = this.#mesh;
    return {
      peers,
      isMuted: this.#isMuted,
      microphone: this.#sources.microphone.track,
      camera: this.#sources.camera.track,
      screen: this.#sources.screen.track,
      faults: Object.fromEntries(this.#faults),
      quality: WORST_FIRST.find((quality) => peers.some((peer) => peer.quality === quality)),
    };
  }

  /** How loud one is oneself, 0 to 1, muted or not; 0 without a microphone. */
  get level(): number {
    return this.#meter?.level ?? 0;
  }

  /** Returns what ends it. */
  subscribe(listener: (state: CallState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Who is in the call, and what goes to whom, from now on. */
  follow(plan: Plan): void {
    this.#mesh.follow(plan);
  }

  mute(isMuted: boolean): void {
    this.#isMuted = isMuted;
    this.#use();
  }

  /** Captures, or stops to. Resolves where it failed too: `faults` has why, and the call goes on without. */
  async capture(kind: Captured, isOn: boolean): Promise<void> {
    const source = this.#sources[kind];
    if (!isOn) return source.stop();
    try {
      await source.start();
    } catch (fault) {
      if (!(fault instanceof DeviceFault)) throw fault;
      this.#fail(fault);
    }
  }

  /** Takes another device, in the middle of a call too, and remembers it. */
  async choose(kind: 'microphone' | 'camera' | 'speaker', id: string): Promise<void> {
    this.devices.prefer({ [kind]: id });
    if (kind === 'speaker') await this.#speaker.choose(id);
    else if (this.#sources[kind].track) await this.capture(kind, true);
  }

  /** How one's own voice is treated, from now on, and remembered. */
  async treat(how: { echoCancellation?: boolean; noiseSuppression?: boolean; autoGainControl?: boolean }): Promise<void> {
    this.devices.prefer(how);
    if (this.#sources.microphone.track) await this.capture('microphone', true);
  }

  close(): void {
    this.#unwatch();
    this.#listeners.clear();
    this.#mesh.close();
    for (const source of Object.values(this.#sources)) source.stop();
    this.#speaker.close();
    this.#hold.stop();
    void this.context.close();
  }

  #source(kind: Captured): Source {
    const changed = (): void => {
      if (this.#sources[kind].track) this.#faults.delete(kind);
      if (kind === 'microphone') this.#listen();
      this.#use();
    };
    return new Source(kind, this.devices, { changed, failed: (fault) => this.#fail(fault) });
  }

  #fail(fault: DeviceFault): void {
    if (fault.device !== 'speaker') this.#faults.set(fault.device, fault);
    this.#tell();
  }

  #listen(): void {
    this.#meter?.stop();
    const { track } = this.#sources.microphone;
    this.#meter = track && new Meter(this.context, track);
  }

  #use(): void {
    const { microphone, camera, screen } = this.#sources;
    this.#mesh.use({
      microphone: microphone.track,
      camera: camera.track,
      screen: screen.track,
      hold: this.#hold.track,
      isMuted: this.#isMuted,
    });
    this.#tell();
  }

  #tell(): void {
    const { state } = this;
    for (const { peer, audio } of state.peers) this.#speaker.play(peer, audio);
    this.#speaker.keep(state.peers.map(({ peer }) => peer));
    for (const listener of this.#listeners) listener(state);
  }
}
