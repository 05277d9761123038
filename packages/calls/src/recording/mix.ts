/** How long the sign of a gap is, s, and its pitch, Hz. */
const SIGN = 0.4;
const PITCH = 880;

/** Everything that is heard in a call, and one's own voice, in one track. */
export class Mix {
  readonly stream: MediaStream;
  readonly #context: AudioContext;
  readonly #gate: GainNode;
  readonly #out: MediaStreamAudioDestinationNode;
  readonly #sources = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();

  constructor(context: AudioContext) {
    this.#context = context;
    this.#out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    this.#gate = context.createGain();
    this.#gate.connect(this.#out);
    this.stream = this.#out.stream;
  }

  /** These, and no others. */
  take(tracks: readonly MediaStreamTrack[]): void {
    for (const [track, source] of this.#sources) {
      if (tracks.includes(track)) continue;
      source.disconnect();
      this.#sources.delete(track);
    }
    for (const track of tracks) {
      if (this.#sources.has(track)) continue;
      const source = this.#context.createMediaStreamSource(new MediaStream([track]));
      source.connect(this.#gate);
      this.#sources.set(track, source);
    }
  }

  /** Shut, nothing passes, however slow what comes behind it is. */
  shut(isShut: boolean): void {
    this.#gate.gain.value = isShut ? 0 : 1;
  }

  /** A short tone, so that who listens hears that something is missing here. */
  sign(): void {
    const oscillator = new OscillatorNode(this.#context, { frequency: PITCH });
    const gain = new GainNode(this.#context, { gain: 0.2 });
    oscillator.connect(gain).connect(this.#out);
    oscillator.start();
    oscillator.stop(this.#context.currentTime + SIGN);
  }

  close(): void {
    this.take([]);
    this.#gate.disconnect();
  }
}
