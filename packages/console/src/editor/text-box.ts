import { msg } from '@lit/localize';
import type { ComposerField } from '@deskbell/parts/composer/field.js';
import type { Marked } from '@deskbell/protocol/marks.js';
import { LitElement, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { undo } from 'prosemirror-history';
import { EditorState, type Command } from 'prosemirror-state';
import { EditorView, type EditorProps } from 'prosemirror-view';
import { cleanMarked } from './clean-marked.js';
import { isEmpty, putText, selectText } from './edits.js';
import { docOf, markedOf } from './marked.js';
import { plugins } from './plugins.js';

/** The properties that the text itself shows. */
const SHOWN: readonly PropertyKey[] = ['disabled', 'placeholder', 'reason', 'ariaInvalid'];

/** What an editor does as a text box does it: it has a value, a caret, and something to say when somebody changed it. */
export abstract class TextBox extends LitElement implements ComposerField {
  /** Turns it off. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** What stands in it while it is empty. */
  @property() placeholder = '';

  /** Why it is off, in the reader's language. */
  @property() reason = '';

  /** `true` where what is written cannot be sent. */
  @property({ attribute: false }) override ariaInvalid: string | null = null;

  @state() protected now = EditorState.create({ doc: docOf({ text: '' }), plugins: plugins((...step) => this.link(...step)) });

  /** The element that has the text in it. */
  @query('.place') protected place!: HTMLElement;

  protected view: EditorView | undefined;

  private given: Marked | undefined;
  private written: { readonly doc: EditorState['doc']; readonly marked: Marked } | undefined;

  /** What Ctrl+K does. */
  protected abstract readonly link: Command;

  /** What it does at events of the text. */
  protected abstract readonly listeners: NonNullable<EditorProps['handleDOMEvents']>;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // What it shows is kept: taken out and put in elsewhere it is as it was.
    this.view?.destroy();
    this.view = undefined;
  }

  /** What is written, with its marks, not cleaned. Setting it forgets what could be undone. */
  get marked(): Marked {
    if (this.written?.doc !== this.now.doc) this.written = { doc: this.now.doc, marked: markedOf(this.now.doc) };
    return this.written.marked;
  }

  set marked(marked: Marked) {
    // lit sets an object again whenever it renders around it.
    if (marked === this.given) return;
    this.given = marked;
    this.put(marked);
  }

  /** What is written, without its marks. */
  get value(): string {
    return this.marked.text;
  }

  // What was given stays given: set again, it would bring back what was sent since.
  set value(text: string) {
    this.put({ text });
  }

  get marks(): Marked['marks'] {
    return this.marked.marks;
  }

  /** What is to be sent: the text cleaned as the relay does it, and the marks in that. */
  get cleaned(): Marked {
    return cleanMarked(this.marked);
  }

  override focus(): void {
    // It would put the caret back to where it was before the last key.
    if (this.view?.hasFocus()) return;
    // What was off a moment ago takes the focus when it is on.
    if (this.view?.editable === !this.disabled) this.view.focus();
    else void this.updateComplete.then(() => this.view?.focus());
  }

  /** Selects a part of the text, in UTF-16 code units of `value`. */
  setSelectionRange(from: number, to: number): void {
    this.show(this.now.apply(selectText(this.now, this.value, from, to)));
  }

  /** Puts text in at the caret, in place of what is selected; one undo takes it out again. */
  insert(text: string): void {
    this.edit(putText(this.now, text));
  }

  /** Keeps what is written, with all that can be undone. What comes back puts it there again, whatever was shown meanwhile. */
  hold(): () => void {
    const { now } = this;
    return () => this.show(now);
  }

  /** Takes the last step back. */
  undo(): void {
    undo(this.now, (tr) => this.edit(this.now.apply(tr)));
  }

  protected override firstUpdated(): void {
    this.open();
  }

  protected override updated(changed: PropertyValues): void {
    // What it is called, and in which language (nothing is named then), and whether it is on. Nothing else: it would take back where the
    // caret has just been moved to by a key.
    if (changed.size === 0 || SHOWN.some((name) => changed.has(name))) this.view?.setProps({});
  }

  /** Shows what somebody made of it, and says so where the text is another. */
  protected edit(next: EditorState): void {
    const isChanged = next.doc !== this.now.doc;
    this.show(next);
    if (isChanged) this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Shows what is not somebody's doing. */
  protected show(next: EditorState): void {
    this.now = next;
    this.view?.updateState(next);
  }

  private put(marked: Marked): void {
    this.show(EditorState.create({ doc: docOf(marked), plugins: this.now.plugins }));
  }

  private open(): void {
    this.view = new EditorView(this.place, {
      state: this.now,
      editable: () => !this.disabled,
      attributes: (shown) => this.attributesOf(shown),
      dispatchTransaction: (tr) => this.edit(this.now.apply(tr)),
      handleDOMEvents: this.listeners,
    });
  }

  private attributesOf(shown: EditorState): Record<string, string> {
    return {
      role: 'textbox',
      part: 'field',
      class: isEmpty(shown) ? 'scroll empty' : 'scroll',
      enterkeyhint: 'send',
      'aria-label': msg('Message'),
      'aria-multiline': 'true',
      'aria-placeholder': this.placeholder,
      'aria-invalid': this.ariaInvalid ?? 'false',
      // Off it can still be read to its end.
      ...(this.disabled ? { tabindex: '0', 'aria-disabled': 'true', 'aria-description': this.reason } : {}),
    };
  }
}
