// A quiet figure of four notes, Hz, and how long each takes, s: there is nothing to license and nothing to load.
const NOTES = [392, 494, 587, 494];
const EACH = 0.6;
const LOUD = 0.12;

/** Something to wait to, made by the browser. */
export class HoldAudio {
  readonly track: MediaStreamTrack;
  readonly #oscillator: OscillatorNode;

  /** @param context - Goes on as long as this does. */
  constructor(context: AudioContext) {
    const out = context.createMediaStreamDestination();
    const gain = context.createGain();
    const oscillator = (this.#oscillator = context.createOscillator());
    oscillator.type = 'triangle';
    gain.gain.value = LOUD;
    // The notes are a sound too, of one sample for each, played round and round far below what can be heard: nothing has to wake up to go on.
    const figure = context.createBuffer(1, Math.round(context.sampleRate * EACH * NOTES.length), context.sampleRate);
    const samples = figure.getChannelData(0);
    samples.forEach((_, index) => (samples[index] = NOTES[Math.floor((index / samples.length) * NOTES.length)] ?? 0));
    const notes = new AudioBufferSourceNode(context, { buffer: figure, loop: true });
    oscillator.frequency.value = 0;
    notes.connect(oscillator.frequency);
    oscillator.connect(gain).connect(out);
    notes.start();
    oscillator.start();
    this.track = out.stream.getAudioTracks()[0] as MediaStreamTrack;
  }

  stop(): void {
    this.#oscillator.stop();
    this.track.stop();
  }
}
