import type { MirrorSink } from '../sink.js';

/** A call of a mirror: its name, and what it says. */
export type RecordedCall = { [Name in keyof MirrorSink]: [Name, ...Parameters<MirrorSink[Name]>] }[keyof MirrorSink];

/** A sink that keeps what it was called with, in `calls`. */
export function recordedSink(): { calls: RecordedCall[]; sink: MirrorSink } {
  const calls: RecordedCall[] = [];
  const sink = new Proxy({} as MirrorSink, {
    get:
      (_, name) =>
      (...said: unknown[]) =>
        calls.push([name, ...said] as RecordedCall),
  });
  return { calls, sink };
}

/** Makes that call to a sink. */
export function makeCall(sink: MirrorSink, [name, ...said]: RecordedCall) {
  (sink[name] as (...said: unknown[]) => void)(...said);
}
