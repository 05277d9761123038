import { Call } from '../call.js';
import { relaySignalling, type PeerPass } from '../link/relay-signalling.js';
import { Devices, mediaOfBrowser } from '../media/devices.js';
import { KeptPreferences } from '../media/preferences.js';
import type { PeerPlan } from '../plan.js';
import { Recording } from '../recording/recording.js';
import type { Gap, Piece } from '../recording/pieces.js';
import { browser } from '../browser.js';
import { Ear } from './ear.js';
import { MadeMedia } from './made-media.js';
import { PageSignalling } from './page-signalling.js';

// What the tests of calls do in a page: any number of ends, who speak with each other there, or with another page through the relay.

const TALKS: PeerPlan = { audio: true, video: true, screen: true, hold: false, hear: true };

const here = new PageSignalling();

/** One end, with a voice of its own pitch. */
class PageEnd {
  readonly call: Call;
  readonly media: MadeMedia;
  readonly devices: Devices;
  readonly pieces: Piece[] = [];
  recording: Recording | undefined;
  readonly #ears = new Map<MediaStreamTrack, Ear>();
  readonly #plan: Record<string, PeerPlan> = {};

  constructor(me: string, hz: number, options: { relay?: string; iceServers?: RTCIceServer[]; isReal?: boolean } = {}) {
    const { relay, iceServers = [], isReal = false } = options;
    const give = (globalThis as unknown as { givePass?: (peer: string) => Promise<PeerPass> }).givePass;
    this.media = new MadeMedia(new AudioContext(), hz);
    this.devices = new Devices(isReal ? mediaOfBrowser() : this.media.port, new KeptPreferences(() => localStorage));
    this.call = new Call({
      me,
      signalling: relay === undefined ? here.of(me) : relaySignalling({ relay, pass: (peer) => give!(peer) }),
      iceServers: () => Promise.resolve(iceServers),
      devices: this.devices,
    });
  }

  /** Talks with these, in the usual way or another. */
  talk(peers: readonly string[], change: Partial<PeerPlan> = {}): void {
    for (const peer of peers) this.#plan[peer] = { ...TALKS, ...change };
    this.call.follow(this.#plan);
  }

  of(peer: string) {
    return this.call.state.peers.find((one) => one.peer === peer);
  }

  ear(peer: string): Ear | undefined {
    const track = this.of(peer)?.audio;
    if (!track) return undefined;
    const ear = this.#ears.get(track) ?? new Ear(this.call.context, track);
    this.#ears.set(track, ear);
    return ear;
  }

  /** Whether a voice of that pitch is what is heard of somebody. */
  hears(peer: string, hz: number): boolean {
    const heard = this.ear(peer)?.loudest();
    return heard !== undefined && heard.db > -50 && Math.abs(heard.hz - hz) < 30;
  }

  /** Whether nothing of that pitch is heard of somebody. */
  isWithout(peer: string, hz: number): boolean {
    return (this.ear(peer)?.at(hz) ?? -Infinity) < -70;
  }

  record(after?: number): void {
    this.recording = new Recording({
      context: this.call.context,
      surroundings: browser,
      after,
      keep: (piece) => Promise.resolve(void this.pieces.push(piece)),
    });
    const { microphone, peers } = this.call.state;
    this.recording.hear([microphone, ...peers.map(({ audio }) => audio)].filter((track) => track !== undefined));
  }

  /** How long what was recorded is when it is played, s, and which of these pitches are in each tenth of a second of it. */
  async played(pitches: readonly number[]): Promise<{ seconds: number; heard: number[][]; gaps: Gap[] }> {
    const bytes = await new Blob(this.pieces.map((piece) => piece.bytes)).arrayBuffer();
    const sound = await this.call.context.decodeAudioData(bytes);
    const samples = sound.getChannelData(0);
    const step = sound.sampleRate / 10;
    const heard = Array.from({ length: Math.floor(samples.length / step) }, (_, index) => {
      const part = samples.slice(index * step, (index + 1) * step);
      return pitches.filter((hz) => strength(part, hz, sound.sampleRate) > 0.02);
    });
    return { seconds: sound.duration, heard, gaps: this.pieces.flatMap(({ gaps }) => gaps) };
  }
}

/** How strong one pitch is in it, 0 to 1. */
function strength(samples: Float32Array, hz: number, rate: number): number {
  let [real, imaginary] = [0, 0];
  samples.forEach((sample, index) => {
    real += sample * Math.cos((2 * Math.PI * hz * index) / rate);
    imaginary += sample * Math.sin((2 * Math.PI * hz * index) / rate);
  });
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

/** How many pictures of a track were shown. */
function frames(track: MediaStreamTrack | undefined): Promise<number> {
  if (!track) return Promise.resolve(0);
  const video = Object.assign(document.createElement('video'), { muted: true, srcObject: new MediaStream([track]) });
  void video.play();
  return new Promise((resolve) => {
    let count = 0;
    const next = (): unknown => (++count === 5 ? resolve(count) : video.requestVideoFrameCallback(next));
    video.requestVideoFrameCallback(next);
  });
}

const page = { here, PageEnd, frames, ends: {} as Record<string, PageEnd> };
export type CallPage = typeof page;

Object.assign(globalThis, page);
