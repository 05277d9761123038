import fc from 'fast-check';
import { OPEN, PLACES, SECRET, watch } from './testing/canary.js';

const HARMLESS = 'word';
const MARKS = '.own,.deskbell-mask,[data-deskbell-mask],[data-private] p';
/** What makes its pages by script, or takes time to load, is looked at one by one elsewhere. */
const HTML = Object.entries(PLACES).flatMap(([place, html]) => (/closed|frame|shadow/.test(place) ? [] : html));

const step = fc.record({
  kind: fc.constantFrom('add', 'add', 'say', 'move', 'mark', 'unmark', 'around', 'settle'),
  which: fc.nat(),
  where: fc.nat(),
  html: fc.nat(HTML.length - 1),
});

const isMasked = (element: Element) => element.closest(MARKS) !== null;
const hasSecret = (element: Element) => element.outerHTML.includes(SECRET);

/** A page that puts secrets nowhere but into what is marked, and takes them out before it unmarks; what a browser does in between is chance. */
function take(root: HTMLElement, { kind, which, where, html }: { kind: string; which: number; where: number; html: number }) {
  const all = [...root.querySelectorAll('div, p, section, span')];
  const one = all[which % all.length] as HTMLElement;
  const other = all[where % all.length] as HTMLElement;
  const wordFor = (element: Element) => (isMasked(element) ? SECRET : HARMLESS);
  switch (kind) {
    case 'add':
      one.insertAdjacentHTML('beforeend', HTML[html]!(wordFor(one)));
      break;
    case 'say':
      one.append(wordFor(one));
      one.title = wordFor(one);
      break;
    case 'move':
      if (one.contains(other)) return;
      if (hasSecret(one)) one.replaceChildren(HARMLESS);
      one.title = '';
      if (hasSecret(one)) return;
      other.append(one);
      if (isMasked(one)) one.append(SECRET);
      break;
    case 'mark':
      one.className = where % 2 ? 'own' : 'deskbell-mask';
      one.append(SECRET);
      break;
    case 'around':
      one.setAttribute('data-private', '');
      for (const p of one.querySelectorAll('p')) p.append(SECRET);
      break;
    case 'unmark':
      one.replaceChildren(HARMLESS);
      for (const name of one.getAttributeNames()) if (name !== 'id') one.removeAttribute(name);
      break;
  }
}

it('COB 6 P3 P18 whatever a page does to its tree, what it puts into marked places never leaves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const page = await watch(
        `<p>${OPEN}</p><main id="m"><div><p>x</p></div><section class="own"><p>${SECRET}</p></section><div data-private><p>${SECRET}</p><span></span></div></main>`,
        { masking: 'marked', mask: ['.own', '[data-private] p'] },
      );
      try {
        for (const next of steps) {
          if (next.kind === 'settle') await page.settle();
          else take(page.find('#m'), next);
        }
        await page.keeps(JSON.stringify(steps));
      } finally {
        page.end();
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
