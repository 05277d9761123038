/// <reference types="vite/client" />
import { directionOf, setLocale } from '@deskbell/parts/locale.js';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import './preview.css';

interface Manifest {
  readonly modules: readonly unknown[];
}

const manifests = Object.values(import.meta.glob<Manifest>('../packages/*/custom-elements.json', { eager: true, import: 'default' }));
setCustomElementsManifest({ schemaVersion: '1.0.0', modules: manifests.flatMap(({ modules }) => modules) });

type Icon = 'globe' | 'transfer' | 'contrast';

const toolbar = (title: string, icon: Icon, items: Record<string, string>) => ({
  toolbar: { title, icon, dynamicTitle: true, items: Object.entries(items).map(([value, label]) => ({ value, title: label })) },
});

/** Elements that stand on strangers' pages keep a colour scheme of their own: they are told the one of the toolbar. */
const SCHEMES: Readonly<Record<string, string>> = { light: 'light', dark: 'dark' };
function paint(canvas: ParentNode, scheme: string): void {
  const chosen = SCHEMES[scheme];
  for (const element of canvas.querySelectorAll('*'))
    if (chosen && element.localName.startsWith('deskbell-')) element.setAttribute('color-scheme', chosen);
}

export default {
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    controls: { expanded: true, sort: 'requiredFirst' },
    a11y: { test: 'error' },
    docs: { toc: true },
  },
  globalTypes: {
    locale: toolbar('Language', 'globe', { en: 'English', ar: 'العربية', de: 'Deutsch', es: 'Español' }),
    direction: toolbar('Direction', 'transfer', { auto: 'As the language', ltr: 'Left to right', rtl: 'Right to left' }),
    scheme: toolbar('Colours', 'contrast', { 'light dark': 'As the system', light: 'Light', dark: 'Dark' }),
  },
  initialGlobals: { locale: 'en', direction: 'auto', scheme: 'light dark' },
  decorators: [
    (story, { canvasElement, globals }) => {
      queueMicrotask(() => {
        paint(canvasElement, String(globals.scheme));
      });
      return story();
    },
  ],
  loaders: [
    async ({ globals }) => {
      const { locale, direction, scheme } = globals as { locale: string; direction: string; scheme: string };
      const page = document.documentElement;
      page.lang = locale;
      page.dir = direction === 'auto' ? directionOf(locale) : direction;
      page.style.colorScheme = scheme;
      await setLocale(locale);
      return {};
    },
  ],
} satisfies Preview;
