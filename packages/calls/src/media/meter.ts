/** How loud a track is, for a level meter. */
export class Meter {
  readonly #source: MediaStreamAudioSourceNode;
  readonly #analyser: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;

  constructor(context: AudioContext, track: MediaStreamTrack) {
    this.#source = context.createMediaStreamSource(new MediaStream([track]));
    this.#analyser = new AnalyserNode(context, { fftSize: 1_024 });
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#source.connect(this.#analyser);
  }

  /** At this moment, 0 to 1 as ears take it: 0 is 60 dB under the loudest there is. */
  get level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    return Math.min(1, Math.max(0, 1 + (10 * Math.log10(2 * power + 1e-12)) / 60));
  }

  stop(): void {
    this.#source.disconnect();
  }
}
