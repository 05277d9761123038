import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { RelayError } from '@deskbell/protocol/refusals.js';
import { AwsClient } from 'aws4fetch';
import { disposition } from './delivery.js';
import { partCount, partSizeFor, wholeParts } from './parts.js';
import type { Delivery, FilesPort, Kept, Range, Whole } from './port.js';

export interface S3Options {
  /** `https://s3.eu-central-1.amazonaws.com`, or wherever it is. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly keyId: string;
  readonly secretKey: string;
  readonly region: string;
}

/** S3 takes no smaller parts than 5 MiB but for the last one. */
const LEAST_PART = 8 * 1_048_576;

/** How often something is tried again that the S3 could not do, or could not be reached for. */
const RETRIES = 2;

const away = (cause: unknown): RelayError =>
  Object.assign(new RelayError('unavailable', 'The files cannot be reached. Send the same again.', { retryAfter: 2_000 }), { cause });

const contentOf = (xml: string, tag: string): string | undefined => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1];

const unescaped = (xml: string): string => xml.replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&amp;', '&');

/** A part that is there. */
interface Listed {
  readonly part: number;
  readonly length: number;
  readonly tag: string;
}

const listed = (xml: string): Listed[] =>
  [...xml.matchAll(/<Part>([^]*?)<\/Part>/g)].map(([, part = '']) => ({
    part: Number(contentOf(part, 'PartNumber')),
    length: Number(contentOf(part, 'Size')),
    tag: unescaped(contentOf(part, 'ETag') ?? ''),
  }));

/**
 * Files in any S3: one object each, made of the parts of a multipart upload. Browsers send to it and get from it straight, by presigned
 * addresses: its bucket lets pages PUT, and nobody read.
 */
export class S3Files implements FilesPort {
  readonly #client: AwsClient;
  readonly #bucket: string;
  readonly #now: () => number;

  constructor({ endpoint, bucket, keyId, secretKey, region }: S3Options, now: () => number) {
    this.#now = now;
    this.#client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secretKey, service: 's3', region, retries: RETRIES });
    this.#bucket = `${endpoint.replace(/\/$/, '')}/${bucket}`;
  }

  partSize(size: number): number {
    return partSizeFor(size, LEAST_PART);
  }

  async begin(id: string): Promise<string> {
    const answer = await this.#ask('POST', this.#url(id, 'whole', { uploads: '' }));
    const upload = contentOf(await answer.text(), 'UploadId');
    if (!answer.ok || !upload) throw away(`the upload could not begin: ${String(answer.status)}`);
    return upload;
  }

  async have(file: Kept): Promise<number[]> {
    const parts = await this.#parts(file);
    const lengths = new Map(parts?.map(({ part, length }) => [part, length]));
    if (parts) return wholeParts(file, this.partSize(file.size), lengths);
    // Its upload has ended, one way or the other.
    const count = (await this.#length(file.id)) === file.size ? partCount(file.size, this.partSize(file.size)) : 0;
    return Array.from({ length: count }, (_, index) => index + 1);
  }

  partAddress({ id, upload }: Kept, part: number, until: number): Promise<string> {
    return this.#presigned('PUT', this.#url(id, 'whole', { partNumber: String(part), uploadId: upload }), until);
  }

  async finish(file: Kept): Promise<boolean> {
    const parts = await this.#parts(file);
    if (!parts) return (await this.#length(file.id)) === file.size;
    const whole = new Set(wholeParts(file, this.partSize(file.size), new Map(parts.map(({ part, length }) => [part, length]))));
    if (whole.size < partCount(file.size, this.partSize(file.size))) return false;
    const chosen = parts.filter(({ part }) => whole.has(part)).sort((a, b) => a.part - b.part);
    const list = chosen.map(({ part, tag }) => `<Part><PartNumber>${String(part)}</PartNumber><ETag>${tag}</ETag></Part>`).join('');
    const answer = await this.#ask('POST', this.#url(file.id, 'whole', { uploadId: file.upload }), {
      body: `<CompleteMultipartUpload>${list}</CompleteMultipartUpload>`,
      headers: { 'Content-Type': 'application/xml' },
    });
    // It may say 200 before it knows, and what went wrong only then.
    const said = await answer.text();
    if (!answer.ok || said.includes('<Error>')) throw away(`the parts could not be put together: ${said.slice(0, 300)}`);
    return true;
  }

  async read(id: string, what: Whole, range?: Range): Promise<Readable> {
    const headers: Record<string, string> = range ? { Range: `bytes=${String(range.from)}-${String(range.to)}` } : {};
    const answer = await this.#ask('GET', this.#url(id, what), { headers });
    if (answer.status === 404) throw new RelayError('not-found');
    if (!answer.ok || !answer.body) throw away(`a file could not be read: ${String(answer.status)}`);
    return Readable.fromWeb(answer.body as ReadableStream);
  }

  async writeThumbnail(id: string, bytes: Buffer): Promise<void> {
    const headers = { 'Content-Type': 'image/webp' };
    const answer = await this.#ask('PUT', this.#url(id, 'thumbnail'), { body: new Uint8Array(bytes), headers });
    if (!answer.ok) throw away(`a thumbnail could not be saved: ${String(answer.status)}`);
  }

  address(id: string, what: Whole, { type, name, inline, reader, until }: Delivery): Promise<string> {
    const query = {
      'response-content-type': type,
      'response-content-disposition': disposition(name, inline),
      'response-cache-control': 'private, max-age=300',
      // No S3 knows it, all of them sign it: so the address says whose it is, and stands in its log.
      'x-deskbell-reader': reader,
    };
    return this.#presigned('GET', this.#url(id, what, query), until);
  }

  async remove({ id, upload }: Kept): Promise<void> {
    const urls = [this.#url(id, 'whole'), this.#url(id, 'thumbnail'), ...(upload ? [this.#url(id, 'whole', { uploadId: upload })] : [])];
    for (const url of urls) {
      const answer = await this.#ask('DELETE', url);
      if (!answer.ok && answer.status !== 404) throw away(`a file could not be removed: ${String(answer.status)}`);
    }
  }

  /** The parts of an upload that goes on; undefined where it has ended. */
  async #parts({ id, upload }: Kept): Promise<Listed[] | undefined> {
    const answer = await this.#ask('GET', this.#url(id, 'whole', { uploadId: upload, 'max-parts': '1000' }));
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw away(`the parts could not be listed: ${String(answer.status)}`);
    return listed(await answer.text());
  }

  async #length(id: string): Promise<number | undefined> {
    const answer = await this.#ask('HEAD', this.#url(id, 'whole'));
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw away(`a file could not be found: ${String(answer.status)}`);
    return Number(answer.headers.get('content-length'));
  }

  #url(id: string, what: Whole, query: Readonly<Record<string, string>> = {}): URL {
    const url = new URL(`${this.#bucket}/${id}${what === 'whole' ? '' : '.small'}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url;
  }

  async #ask(method: string, url: URL, more: Pick<RequestInit, 'body' | 'headers'> = {}): Promise<Response> {
    try {
      const answer = await this.#client.fetch(url, { method, ...more });
      if (answer.status >= 500 || answer.status === 429) throw new Error(`it answered ${String(answer.status)}`);
      return answer;
    } catch (fault) {
      throw away(fault);
    }
  }

  async #presigned(method: 'GET' | 'PUT', url: URL, until: number): Promise<string> {
    url.searchParams.set('X-Amz-Expires', String(Math.max(1, Math.ceil((until - this.#now()) / 1_000))));
    return (await this.#client.sign(url, { method, aws: { signQuery: true } })).url;
  }
}
