import { LitElement, html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../base.js';
import { customElement } from '../custom-element.js';
import { face, faceStyles } from './face.js';
import { styles } from './avatar.styles.js';

/**
 * Somebody's face: their picture, or their initials on a hue that is theirs. For the eye only: the name stands beside it.
 *
 * @csspart face - The initials, or the picture.
 * @cssproperty --deskbell-face - Its size, 28 px.
 */
@customElement('deskbell-avatar')
export class DeskbellAvatar extends LitElement {
  static override styles = [base, faceStyles, styles];

  /** Their id, which the hue goes by. */
  @property() person = '';

  /** Their name, which the initials are of. */
  @property() name = '';

  /** The address of their picture. Where it cannot be shown, the initials are. */
  @property() image = '';

  @state() private broken = '';

  protected override render() {
    if (!this.image || this.image === this.broken) return face(this.person, this.name);
    return html`<img part="face" src=${this.image} alt="" @error=${this.giveUp} />`;
  }

  private giveUp(): void {
    this.broken = this.image;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-avatar': DeskbellAvatar;
  }
}
