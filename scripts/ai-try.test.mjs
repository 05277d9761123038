import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { test } from 'node:test';
import { run } from './run.mjs';

/** @param {Record<string, string>} env */
const aiTry = async (env) => {
  const before = { ...process.env };
  Object.assign(process.env, { AI_ENDPOINT: '', AI_MODEL: '', AI_KEY: '' }, env);
  try {
    const args = ['--import', 'tsx', '--conditions=deskbell-source', 'scripts/ai-try.ts'];
    return await run(process.execPath, args, { quiet: true });
  } finally {
    process.env = before;
  }
};

test('CMP 4 ai:try says plainly what is missing where there is no model, and shows what there is without', async () => {
  const { code, output } = await aiTry({});
  assert.equal(code, 1);
  assert.match(output, /Customer: Hello, my dune lamp[^]*Intent: Delivery\. Sentiment: negative\./);
  assert.match(output, /There is no model: set AI_ENDPOINT/);
  const half = await aiTry({ AI_ENDPOINT: 'http://127.0.0.1:9/v1' });
  assert.deepEqual([half.code, /Set AI_MODEL/.test(half.output)], [1, true]);
});

test('CMP 4 ai:try has an endpoint do all six, and tells which of them failed', async (t) => {
  let asked = 0;
  const sent = [];
  const server = createServer(async (request, response) => {
    for await (const part of request) sent.push(String(part));
    asked += 1;
    if (asked === 7) return response.writeHead(500).end();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(`data: ${JSON.stringify({ choices: [{ delta: { content: `text ${asked}` } }] })}\n\ndata: [DONE]\n\n`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const env = { AI_ENDPOINT: `http://127.0.0.1:${server.address().port}/v1`, AI_MODEL: 'small' };
  const well = await aiTry(env);
  assert.equal(well.code, 0, well.output);
  const titles = ['Make more friendly', 'Make more formal', 'Expand', 'AI Assist', 'AI Summary', 'Arrival summary'];
  for (const [index, title] of titles.entries()) assert.match(well.output, new RegExp(`${title}\\n-+\\ntext ${index + 1}\\n`));
  assert.match(well.output, /6 of 6 came/);
  assert.equal(/4111|2087/.test(sent.join('')), false);
  const ill = await aiTry(env);
  assert.deepEqual([ill.code, /It failed: the model answered 500/.test(ill.output), /5 of 6 came/.test(ill.output)], [1, true, true]);
});
