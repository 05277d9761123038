import type { FileFault, FileLimits } from '@deskbell/protocol/attachments.js';
import { extensionOf } from '@deskbell/protocol/file-name.js';

/** What runs when it is opened. */
const PROGRAMS = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-archive',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/wasm',
  'application/x-deb',
  'application/x-rpm',
  'application/x-apple-diskimage',
  'application/x.ms.shortcut',
  'application/x-shockwave-flash',
  'application/vnd.ms-htmlhelp',
]);

/** What runs because it is called so, whatever is in it. */
const RUN_BY_NAME = new Set(
  (
    'exe com scr pif cpl msi msp msix appx bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta lnk url scf inf reg jar apk dmg pkg app deb rpm ' +
    'command sh bash zsh desktop gadget application chm iso img vhd'
  ).split(' '),
);

const matches = (type: string, pattern: string): boolean =>
  pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;

/** Why a file of that size is not taken; undefined where it is. */
export function faultOfSize(size: number, { maxBytes }: FileLimits): FileFault | undefined {
  if (size === 0) return 'empty';
  return size > maxBytes ? 'too-large' : undefined;
}

/** Why a file is not taken for its name, whatever is in it; undefined where it may be. */
export const faultOfName = (name: string): FileFault | undefined => (RUN_BY_NAME.has(extensionOf(name)) ? 'dangerous' : undefined);

/** Why a file is not taken for what it is; undefined where it is. Programs are taken only where the settings name their very type. */
export function faultOfType(type: string, { types }: FileLimits): FileFault | undefined {
  if (PROGRAMS.has(type)) return types.includes(type) ? undefined : 'dangerous';
  return types.length === 0 || types.some((pattern) => matches(type, pattern)) ? undefined : 'wrong-type';
}
