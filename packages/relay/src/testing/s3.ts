import { createHash, createHmac } from 'node:crypto';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import S3rver from 's3rver';
import type { S3Options } from '../files/s3-files.js';
import { testFolder } from './relay.js';

const BUCKET = 'deskbell';

/** The key and the secret of the one account that s3rver has. */
const ACCOUNT = 'S3RVER';

/** What s3rver gives to those who come before its own routes. */
interface Context {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  type: string;
  status: number;
  body: string;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The signature of a presigned address (AWS Signature Version 4), which s3rver takes unchecked. */
function signatureOf({ method, path, query, headers }: Context): string {
  const signed = Object.entries(query).filter(([name]) => name !== 'X-Amz-Signature');
  const pairs = signed.map(([name, value = '']) => `${escaped(name)}=${escaped(value)}`).sort();
  const canonical = [method, path, pairs.join('&'), `host:${headers.host ?? ''}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const scope = query['X-Amz-Credential']?.split('/').slice(1) ?? [];
  const text = ['AWS4-HMAC-SHA256', query['X-Amz-Date'], scope.join('/'), createHash('sha256').update(canonical).digest('hex')].join('\n');
  return hmac(
    scope.reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${ACCOUNT}`),
    text,
  ).toString('hex');
}

const refuse = (c: Context, status: number, code: string): void => {
  c.status = status;
  c.type = 'application/xml';
  c.body = `<Error><Code>${code}</Code></Error>`;
};

/** What every S3 does and s3rver does not: checks presigned addresses, lists the parts of an upload, aborts one, and takes no part of one that has ended. */
const completed =
  (folder: string) =>
  async (c: Context, next: () => Promise<void>): Promise<void> => {
    const { uploadId, 'X-Amz-Signature': signature } = c.query;
    if (signature !== undefined && signature !== signatureOf(c)) return refuse(c, 403, 'SignatureDoesNotMatch');
    if (uploadId === undefined || c.method === 'POST') return next();
    const upload = join(folder, BUCKET, '._S3rver_uploads', uploadId);
    const names = await readdir(upload).catch(() => undefined);
    if (!names) return refuse(c, 404, 'NoSuchUpload');
    if (c.method === 'PUT') return next();
    if (c.method === 'DELETE') {
      await rm(upload, { recursive: true });
      c.status = 204;
      return;
    }
    const rows = names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const bytes = await readFile(join(upload, name));
        const tag = createHash('md5').update(bytes).digest('hex');
        return `<Part><PartNumber>${name}</PartNumber><ETag>&quot;${tag}&quot;</ETag><Size>${String(bytes.length)}</Size></Part>`;
      });
    c.type = 'application/xml';
    c.body = `<ListPartsResult>${(await Promise.all(rows)).join('')}</ListPartsResult>`;
  };

/** An S3 on this machine, gone with the test. */
export async function testS3(test: TestContext): Promise<S3Options> {
  const folder = await testFolder(test);
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets: [{ name: BUCKET }] });
  server.middleware.unshift(completed(folder));
  const { port } = await server.run();
  test.after(() => server.close());
  return { endpoint: `http://127.0.0.1:${String(port)}`, bucket: BUCKET, keyId: ACCOUNT, secretKey: ACCOUNT, region: 'us-east-1' };
}
