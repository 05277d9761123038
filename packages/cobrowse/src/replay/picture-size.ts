/** No picture has more pixels: at four bytes each, that is 128 MB once it is decoded. */
const MAX_PIXELS = 32_000_000;
/** No picture that comes within the stream is larger, in bytes. */
const MAX_BYTES = 16_000_000;

const starts = (bytes: Uint8Array, at: number, text: string): boolean => [...text].every((sign, i) => bytes[at + i] === sign.charCodeAt(0));

type Size = readonly [width: number, height: number];

/** JPEG: the first segment that begins a frame has its size. */
function jpeg(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const kind = view.getUint8(at + 1);
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
  }
  return undefined;
}

function webp(view: DataView, bytes: Uint8Array): Size | undefined {
  if (view.byteLength < 30) return undefined;
  const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (starts(bytes, 12, 'VP8X')) return [three(24) + 1, three(27) + 1];
  if (starts(bytes, 12, 'VP8 ')) return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  const bits = view.getUint32(21, true);
  return starts(bytes, 12, 'VP8L') ? [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1] : undefined;
}

/** How large a PNG, GIF, JPEG or WebP picture says it is, in pixels; undefined for any other. */
export function pictureSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && starts(bytes, 1, 'PNG\r\n')) return [view.getUint32(16), view.getUint32(20)];
  if (bytes.length > 10 && starts(bytes, 0, 'GIF8')) return [view.getUint16(6, true), view.getUint16(8, true)];
  if (bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8) return jpeg(view);
  return starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP') ? webp(view, bytes) : undefined;
}

/** Whether a picture is of a kind that is known, and no larger than the agent's browser can bear. A few bytes can say they are a gigabyte. */
export function isBearable(bytes: Uint8Array): boolean {
  const size = bytes.length <= MAX_BYTES ? pictureSize(bytes) : undefined;
  return size !== undefined && size[0] * size[1] <= MAX_PIXELS;
}
