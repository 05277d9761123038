import { localized, msg, str } from '@lit/localize';
import { base } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellChooseEvent, DeskbellCloseEvent } from '@deskbell/parts/events.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { toggleMark } from 'prosemirror-commands';
import type { Command, EditorState } from 'prosemirror-state';
import type { DeskbellLinkBubble } from '../link-bubble/link-bubble.js';
import type { DeskbellLinkDialog, DeskbellLinkEvent } from '../link-dialog/link-dialog.js';
import { modKeys } from '../words/mod-keys.js';
import { styles } from './editor.styles.js';
import { isMarked } from './edits.js';
import { breakLink, lineBetween, linkAt, linkOf, makeLink, type Link } from './links.js';
import { schema } from './schema.js';
import { TextBox } from './text-box.js';
import '../format-bar/format-bar.js';
import '../link-bubble/link-bubble.js';
import '../link-dialog/link-dialog.js';

/**
 * A text box with bold, italics and links, for the slot `field` of a `<deskbell-composer>`. It does there what a text box does: Enter is the
 * composer's, Shift, Ctrl or Cmd with it make a new line, Tab goes on. Whatever is pasted, text, bold, italics and safe links stay, and nothing else.
 *
 * @csspart field - The text.
 * @csspart format - Bold, italics and "Add Link".
 * @fires input - Somebody changed the text or its marks.
 */
@customElement('deskbell-editor')
@localized()
export class DeskbellEditor extends TextBox {
  static override styles = [tokens, base, styles];

  @state() private pointed: Link | undefined;
  @state() private isWriting = false;
  @state() private isInBubble = false;
  /** The selection at which the bubble was sent away. */
  @state() private unwanted: EditorState['selection'] | undefined;
  /** Where the link goes that the dialog asks for. */
  @state() private asked: Pick<Link, 'from' | 'to'> | undefined;

  @query('deskbell-link-bubble') private bubble!: DeskbellLinkBubble;
  @query('deskbell-link-dialog') private dialog!: DeskbellLinkDialog;

  protected override readonly listeners: TextBox['listeners'] = {
    focus: () => void (this.isWriting = true),
    blur: (_view, { relatedTarget }) => {
      this.isInBubble = relatedTarget === this.bubble;
      this.isWriting = false;
    },
    pointerover: (view, { target }) => {
      const anchor = (target as Element).closest('a');
      if (anchor && !this.disabled) this.pointed = linkAt(view.state.doc, view.posAtDOM(anchor, 0));
    },
    pointerout: (_view, { relatedTarget }) => {
      if (relatedTarget !== this.bubble) this.pointed = undefined;
    },
    scroll: () => this.showBubble(),
    keydown: (_view, { key }) => {
      if (key === 'Escape') this.unwanted = this.now.selection;
    },
  };

  /** From the text to what can be done with the link there, or to a new link. */
  protected override readonly link: Command = () => {
    if (linkOf(this.now)) {
      this.unwanted = undefined;
      void this.bubble.showAt(this.shown && this.anchorOf(this.shown)).then(() => this.bubble.focus());
    } else this.ask();
    return true;
  };

  protected override render() {
    return html`
      <div class="others" @keydown=${this.keepKeys} @input=${this.keepInput}>
        <deskbell-format-bar
          part="format"
          .bold=${isMarked(this.now, 'bold')}
          .italic=${isMarked(this.now, 'italic')}
          .disabled=${this.disabled}
          @deskbell-choose=${this.format}
        ></deskbell-format-bar>
        <deskbell-link-bubble
          href=${this.shown?.href ?? ''}
          @focusin=${this.enterBubble}
          @focusout=${this.quitBubble}
          @pointerleave=${() => (this.pointed = undefined)}
          @deskbell-choose=${this.change}
          @deskbell-close=${this.leaveBubble}
        ></deskbell-link-bubble>
        <deskbell-link-dialog @deskbell-link=${this.make} @deskbell-close=${this.settle}></deskbell-link-dialog>
      </div>
      <div class="place" @input=${this.keepInput}></div>
      <span class="unseen" role="status">${this.isWriting && linkOf(this.now) ? msg(str`Link. ${modKeys('K')} goes to what can be done with it.`) : ''}</span>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.showBubble();
  }

  private showBubble(): void {
    const link = this.shown;
    void this.bubble.showAt(link && this.anchorOf(link));
  }

  protected override show(next: EditorState): void {
    // Where they are counts in the text that they are of.
    if (next.doc !== this.now.doc) {
      this.pointed = undefined;
      if (this.asked) this.dialog.close();
      this.asked = undefined;
    }
    super.show(next);
  }

  /** The link that the bubble is about: the one that is pointed at, or the one that is written in. */
  private get shown(): Link | undefined {
    if (this.asked || this.disabled) return undefined;
    const isHere = (this.isWriting || this.isInBubble) && this.unwanted !== this.now.selection;
    return this.pointed ?? (isHere ? linkOf(this.now) : undefined);
  }

  private anchorOf({ from }: Link): Element | undefined {
    const node = this.view?.domAtPos(from + 1).node;
    return (node instanceof Element ? node : node?.parentElement)?.closest('a') ?? undefined;
  }

  private format(event: DeskbellChooseEvent): void {
    event.stopPropagation();
    if (event.item === 'link') return this.ask(linkOf(this.now));
    toggleMark(schema.mark(event.item).type)(this.now, (tr) => this.edit(this.now.apply(tr)));
  }

  private ask(link?: Link): void {
    const { doc, selection } = this.now;
    const { from, to } = link ?? selection;
    // The dialog gives the focus back to where it was.
    this.focus();
    this.asked = { from, to };
    this.dialog.ask({ href: link?.href ?? '', text: lineBetween(doc, from, to) });
  }

  private make({ choice }: DeskbellLinkEvent): void {
    if (this.asked) this.edit(this.now.apply(makeLink(this.now, this.asked.from, this.asked.to, choice)));
  }

  private settle(event: DeskbellCloseEvent): void {
    event.stopPropagation();
    this.asked = undefined;
  }

  private change(event: DeskbellChooseEvent): void {
    event.stopPropagation();
    const link = this.shown;
    if (!link) return;
    if (event.item === 'edit') return this.ask(link);
    this.focus();
    this.edit(this.now.apply(breakLink(this.now, link)));
  }

  private leaveBubble(event: DeskbellCloseEvent): void {
    event.stopPropagation();
    this.focus();
  }

  private enterBubble(): void {
    this.isInBubble = true;
  }

  private quitBubble({ relatedTarget }: FocusEvent): void {
    this.isWriting = relatedTarget === this.view?.dom;
    this.isInBubble = false;
  }

  // Enter in the tools or the dialog sends nothing, and what is typed there is not the draft.
  private keepKeys(event: KeyboardEvent): void {
    if (event.key === 'Enter') event.stopPropagation();
  }

  private keepInput(event: Event): void {
    event.stopPropagation();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-editor': DeskbellEditor;
  }
}
