type Note = (self: unknown, given: readonly unknown[], result: unknown) => void;
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- It stands for any function of the platform.
type Native = Function;

/**
 * Methods and setters of the platform that tell what was done with them, and are the same otherwise: name, length, faults, and that a page which
 * looks sees native code.
 */
export class Patches {
  readonly #undo: (() => void)[] = [];
  #over = false;

  /** @param note Called after it was done, and not where it threw. Must not throw. */
  method(host: object, name: string, note: Note) {
    this.#replace(host, name, 'value', note);
  }

  setter(host: object, name: string, note: Note) {
    this.#replace(host, name, 'set', note);
  }

  /** Gives the page back what it had. What the page put over it stays, and the patch beneath tells no more. */
  restore() {
    this.#over = true;
    for (const undo of this.#undo.splice(0)) undo();
  }

  #replace(host: object, name: string, part: 'value' | 'set', note: Note) {
    const was = Object.getOwnPropertyDescriptor(host, name);
    const native = was?.[part] as Native | undefined;
    if (!was?.configurable || typeof native !== 'function') return;
    const patch = new Proxy(native, {
      apply: (target, self: unknown, given: unknown[]) => {
        const result = Reflect.apply(target, self, given) as unknown;
        if (!this.#over) note(self, given, result);
        return result;
      },
    });
    Object.defineProperty(host, name, { ...was, [part]: patch });
    this.#undo.push(() => {
      if (Object.getOwnPropertyDescriptor(host, name)?.[part] === patch) Object.defineProperty(host, name, was);
    });
  }
}
