/** As much of React as a form needs. */
interface React {
  createElement(type: unknown, props?: object | null, ...children: unknown[]): unknown;
  useState<Held>(first: Held): [Held, (change: (held: Held) => Held) => void];
  createRoot(element: Element): { render(content: unknown): void; unmount(): void };
}

/** React is published for Node's loader alone: its files are run here as that would run them. */
async function load(path: string, needs: Record<string, unknown>): Promise<unknown> {
  const source = await (await fetch(`/node_modules/${path}.production.js`)).text();
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what runs is a file of this installation's.
  const run = new Function('module', 'exports', 'require', source) as (...given: unknown[]) => void;
  run(module, module.exports, (name: string) => needs[name]);
  return module.exports;
}

export async function loadReact(): Promise<React> {
  const react = await load('react/cjs/react', {});
  const scheduler = await load('scheduler/cjs/scheduler', {});
  const dom = await load('react-dom/cjs/react-dom', { react });
  const client = await load('react-dom/cjs/react-dom-client', { react, scheduler, 'react-dom': dom });
  return { ...(react as Omit<React, 'createRoot'>), ...(client as Pick<React, 'createRoot'>) };
}
