import type { MediaPort } from '../media/devices.js';

const WIDE = 320;
const HIGH = 180;

/** A voice of one pitch, without end. */
export function voice(context: AudioContext, hz: number): MediaStreamTrack {
  const out = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context, { frequency: hz });
  oscillator.connect(new GainNode(context, { gain: 0.3 })).connect(out);
  oscillator.start();
  return out.stream.getAudioTracks()[0]!;
}

/** A picture of one colour that moves, without end. */
function picture(colour: string): MediaStreamTrack {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDE, height: HIGH });
  const pen = canvas.getContext('2d')!;
  let frame = 0;
  const draw = (): void => {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, WIDE, HIGH);
    pen.clearRect(frame++ % WIDE, 0, 2, 2);
  };
  const track = canvas.captureStream(15).getVideoTracks()[0]!;
  const timer = setInterval(() => (track.readyState === 'ended' ? clearInterval(timer) : draw()), 66);
  return track;
}

/** Devices whose sound and pictures are known. The id of a microphone is its pitch, that of a camera its colour. */
export class MadeMedia extends EventTarget {
  readonly tracks: MediaStreamTrack[] = [];
  /** What the next captures throw. */
  fault: DOMException | undefined;
  readonly #context: AudioContext;
  readonly #hz: number;

  constructor(context: AudioContext, hz: number) {
    super();
    this.#context = context;
    this.#hz = hz;
  }

  get port(): MediaPort {
    return this;
  }

  getUserMedia({ audio, video }: MediaStreamConstraints): Promise<MediaStream> {
    const wanted = ((audio ?? video) as { deviceId?: { ideal: string } }).deviceId?.ideal;
    return this.#give(() => (audio ? voice(this.#context, Number(wanted ?? this.#hz)) : picture(wanted ?? 'red')));
  }

  getDisplayMedia(): Promise<MediaStream> {
    return this.#give(() => picture('blue'));
  }

  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return Promise.resolve([]);
  }

  /** As if the device was pulled out. */
  unplug(track: MediaStreamTrack | undefined, fault?: DOMException): void {
    this.fault = fault;
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
  }

  #give(make: () => MediaStreamTrack): Promise<MediaStream> {
    if (this.fault) return Promise.reject(this.fault);
    const track = make();
    this.tracks.push(track);
    return Promise.resolve(new MediaStream([track]));
  }
}
