/** Hears a track, and says what is in it. */
export class Ear {
  readonly #analyser: AnalyserNode;
  readonly #bins: Float32Array<ArrayBuffer>;
  readonly #context: AudioContext;

  constructor(context: AudioContext, track: MediaStreamTrack) {
    this.#context = context;
    this.#analyser = new AnalyserNode(context, { fftSize: 4_096, smoothingTimeConstant: 0 });
    this.#bins = new Float32Array(this.#analyser.frequencyBinCount);
    context.createMediaStreamSource(new MediaStream([track])).connect(this.#analyser);
  }

  /** How loud one pitch is, dB under the loudest there is. */
  at(hz: number): number {
    this.#analyser.getFloatFrequencyData(this.#bins);
    const bin = Math.round((hz * this.#analyser.fftSize) / this.#context.sampleRate);
    return Math.max(...this.#bins.slice(bin - 1, bin + 2));
  }

  /** The loudest pitch, Hz, and how loud it is. */
  loudest(): { hz: number; db: number } {
    this.#analyser.getFloatFrequencyData(this.#bins);
    const db = Math.max(...this.#bins.slice(4));
    return { hz: (this.#bins.indexOf(db) * this.#context.sampleRate) / this.#analyser.fftSize, db };
  }
}
