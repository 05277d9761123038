import { freshPage, serve, settled, taskTime, withBrowser } from '/work/main/bench/browser.js';
import { bundle } from '/work/main/bench/bundles.js';
const STYLE = `html,body{margin:0;height:100%}#place{height:600px;width:380px;overflow:hidden;display:block}
#place>*{height:100%}.row{padding:4px 12px}.bubble{padding:8px 12px;border-radius:12px;background:#eee;max-width:75%;white-space:pre-wrap;overflow-wrap:anywhere}
.row.customer .bubble{background:#24f;color:#fff;margin-inline-start:auto}time{font:12px system-ui;color:#666}`;
const page = (s: string) =>
  `<!doctype html><meta charset="utf-8"><title>bench</title><style>${STYLE}</style><div id="place"></div><script type="module" src="/${s}"></script>`;
const files = new Map<string, any>([
  ['/ours.html', { type: 'text/html', body: page('ours.js') }],
  ['/ours.js', { type: 'text/javascript', body: await bundle('pages/transcript-deskbell.ts') }],
  ['/virtuoso.html', { type: 'text/html', body: page('virtuoso.js') }],
  ['/virtuoso.js', { type: 'text/javascript', body: await bundle('pages/transcript-virtuoso.tsx') }],
]);
const server = await serve(files);
const med = (a: number[]) => a.sort((x, y) => x - y)[a.length >> 1]!.toFixed(2);
await withBrowser(async (b) => {
  const res: any = {};
  for (let r = 0; r < Number(process.argv[2] ?? 5); r++)
    for (const u of ['ours.html?size=10000', 'ours.html?size=1000', 'virtuoso.html?size=10000']) {
      const { page, cdp, done } = await freshPage(b);
      await page.goto(server.url + '/' + u);
      await page.waitForFunction(() => 'show' in window);
      await settled(page);
      const heap = () =>
        page.evaluate(() => {
          (window as any).gc();
          return (performance as any).memory.usedJSHeapSize;
        });
      const h0 = await heap();
      const t0 = await taskTime(cdp);
      await page.evaluate(() => (window as any).show());
      await settled(page);
      const paint = (await taskTime(cdp)) - t0;
      const h1 = await heap();
      const metrics = Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m: any) => [m.name, m.value]));
      const t1 = await taskTime(cdp);
      await page.evaluate(async () => {
        for (let i = 0; i < 100; i++) {
          (window as any).append(i);
          await new Promise((r) => requestAnimationFrame(r));
        }
      });
      const append = ((await taskTime(cdp)) - t1) / 100;
      const m2 = Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m: any) => [m.name, m.value]));
      const dropped = await page.evaluate(async () => {
        const s = (window as any).scroller();
        if (!s) return -1;
        const gaps: number[] = [];
        let last = await new Promise<number>((r) => requestAnimationFrame(r));
        for (let f = 0; f < 180; f++) {
          s.scrollTop -= 40;
          const now = await new Promise<number>((r) => requestAnimationFrame(r));
          gaps.push(now - last);
          last = now;
        }
        const late = gaps.reduce((x, g) => x + Math.max(0, Math.round(g / (1000 / 60)) - 1), 0);
        return (late / (gaps.length + late)) * 100;
      });
      (res[u] ??= []).push({
        paint,
        append,
        dropped,
        heap: (h1 - h0) / 1048576,
        layout: m2.LayoutDuration * 10 - metrics.LayoutDuration * 10,
        style: m2.RecalcStyleDuration * 10 - metrics.RecalcStyleDuration * 10,
        script: m2.ScriptDuration * 10 - metrics.ScriptDuration * 10,
        pl: metrics.LayoutDuration * 1000,
        ps: metrics.RecalcStyleDuration * 1000,
        pj: metrics.ScriptDuration * 1000,
      });
      await done();
    }
  for (const [u, rows] of Object.entries(res) as any)
    console.log(
      u,
      Object.keys(rows[0])
        .map((k) => `${k} ${med(rows.map((x: any) => x[k]))}`)
        .join('  '),
    );
});
await server.close();
