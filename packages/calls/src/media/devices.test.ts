import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeviceFault } from './device-fault.js';
import { Devices, type Captured } from './devices.js';
import { KeptPreferences, type PreferenceStore } from './preferences.js';

/** A browser that was asked for devices, and what it was asked for. */
class Asked extends EventTarget {
  readonly constraints: MediaStreamConstraints[] = [];
  fault: Error | undefined;
  track: object | undefined = {};

  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.constraints.push(constraints);
    const { track } = this;
    return this.fault ? Promise.reject(this.fault) : Promise.resolve({ getTracks: () => (track ? [track] : []) } as unknown as MediaStream);
  }

  getDisplayMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    return this.getUserMedia(constraints);
  }

  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    const one = (kind: string, deviceId: string): MediaDeviceInfo => ({ kind, deviceId, label: `the ${deviceId}` }) as MediaDeviceInfo;
    return Promise.resolve([one('audioinput', 'mic'), one('audioinput', ''), one('videoinput', 'cam'), one('audiooutput', 'out')]);
  }
}

/** What is kept, in memory. */
function store(): PreferenceStore & { text: string | null } {
  return {
    text: null,
    getItem() {
      return this.text;
    },
    setItem(_key, text) {
      this.text = text;
    },
  };
}

const devices = (asked: Asked | undefined, kept: PreferenceStore = store()): Devices => new Devices(asked, new KeptPreferences(() => kept));

async function faultOf(kind: Captured, asked: Asked | undefined): Promise<string> {
  const thrown: unknown = await devices(asked)
    .capture(kind)
    .then(
      () => 'nothing',
      (fault: unknown) => fault,
    );
  assert.ok(thrown instanceof DeviceFault);
  assert.equal(thrown.device, kind);
  return thrown.code;
}

test('VOX 2 each trouble with a device has a code of its own', async () => {
  const cases: [Captured, string, string, string][] = [
    ['microphone', 'NotAllowedError', '', 'denied'],
    ['camera', 'SecurityError', '', 'denied'],
    ['microphone', 'NotFoundError', '', 'none'],
    ['camera', 'OverconstrainedError', '', 'none'],
    ['camera', 'NotReadableError', '', 'busy'],
    ['microphone', 'AbortError', '', 'busy'],
    ['screen', 'NotAllowedError', 'Permission denied', 'cancelled'],
    ['screen', 'NotAllowedError', 'Permission denied by system', 'denied'],
    ['microphone', 'Whatever', '', 'unknown'],
  ];
  for (const [kind, name, message, code] of cases) {
    const asked = new Asked();
    asked.fault = new DOMException(message, name);
    assert.equal(await faultOf(kind, asked), code, `${kind} ${name}`);
  }
  assert.equal(await faultOf('microphone', undefined), 'insecure');
  const empty = new Asked();
  empty.track = undefined;
  assert.equal(await faultOf('camera', empty), 'none');
});

test('VOX 2 what was chosen is wished for the next time, in another page too, and how a voice is treated', async () => {
  const [asked, kept] = [new Asked(), store()];
  const first = devices(asked, kept);
  await first.capture('microphone');
  first.prefer({ microphone: 'mic', noiseSuppression: false });
  const next = devices(asked, kept);
  await next.capture('microphone');
  await next.capture('camera');
  const base = { echoCancellation: true, autoGainControl: true };
  assert.deepEqual(asked.constraints[0], { audio: { ...base, noiseSuppression: true } });
  assert.deepEqual(asked.constraints[1], { audio: { ...base, deviceId: { ideal: 'mic' }, noiseSuppression: false } });
  assert.equal('deviceId' in (asked.constraints[2]!.video as object), false);
});

test('VOX 2 where nothing can be kept, or something else was, it is known as long as the page is', async () => {
  const broken: PreferenceStore = {
    getItem: () => '[not JSON',
    setItem: () => {
      throw new Error('full');
    },
  };
  const made = devices(new Asked(), broken);
  made.prefer({ camera: 'cam' });
  assert.equal(made.preferences.camera, 'cam');
  const forbidden = new KeptPreferences(() => {
    throw new Error('forbidden');
  });
  forbidden.change({ speaker: 'out' });
  assert.equal(forbidden.now.speaker, 'out');
});

test('VOX 2 lists have what can be chosen, and changes are told of', async () => {
  const asked = new Asked();
  const made = devices(asked);
  assert.deepEqual(await made.list('microphone'), [{ id: 'mic', name: 'the mic' }]);
  assert.deepEqual(await made.list('speaker'), [{ id: 'out', name: 'the out' }]);
  let changes = 0;
  const end = made.watch(() => (changes += 1));
  asked.dispatchEvent(new Event('devicechange'));
  end();
  asked.dispatchEvent(new Event('devicechange'));
  assert.equal(changes, 1);
});
