import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { face, faceStyles } from '@deskbell/parts/avatar/face.js';
import { base, buttons } from '@deskbell/parts/base.js';
import { customElement } from '@deskbell/parts/custom-element.js';
import type { DeskbellChooseEvent } from '@deskbell/parts/events.js';
import { bellIcon, bellOffIcon, keyboardIcon, soundOnIcon } from '@deskbell/parts/icons.js';
import { icon } from '@deskbell/parts/icon.js';
import type { MenuItem } from '@deskbell/parts/menu/menu.js';
import { tokens } from '@deskbell/parts/tokens.js';
import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { choicesContext } from '../contexts.js';
import { DeskPiece } from '../desk-piece.js';
import { cobrowseIcon, plusIcon } from '../cobrowse/beginning-icons.js';
import { DeskbellSayEvent, DeskbellShortcutsEvent } from '../events.js';
import { DEFAULT_CHOICES, type Choices } from '../preferences.js';
import { ariaKeysOf, keysOf } from '../shortcuts/layout.js';
import { refusalWords } from '../words/refusal.js';
import { styles } from './agent-bar.styles.js';
import '@deskbell/parts/menu/menu.js';
import '../status/status.js';
import '../tip/tip.js';

/**
 * Who the agent is, "Start Listening" and "Stop Listening", and what they chose for this browser.
 *
 * @csspart bar - The line with the name.
 * @csspart new - "+", with what begins without a customer in a chat.
 * @csspart listen - "Start Listening", "Stop Listening".
 * @fires {DeskbellShortcutsEvent} deskbell-shortcuts - The list of shortcuts was asked for.
 */
@customElement('deskbell-agent-bar')
@localized()
export class DeskbellAgentBar extends DeskPiece {
  static override styles = [tokens, base, buttons, faceStyles, styles];

  @consume({ context: choicesContext, subscribe: true })
  @state()
  protected choices: Choices = DEFAULT_CHOICES;

  protected override render() {
    const { person, listening = false, connection } = this.desk ?? {};
    const isOpen = connection?.phase === 'open';
    return html`
      <div part="bar" class="bar">
        ${person ? face(person.id, person.name) : html`<span class="face"></span>`}
        <div class="who">
          <span class="name"><bdi>${person?.name}</bdi></span>
          ${isOpen ? html`<deskbell-status></deskbell-status>` : html`<span class="state">${icon(bellOffIcon)}${this.stateWord()}</span>`}
        </div>
        <div class="menus">
        ${
          this.desk?.desk?.cobrowse
            ? html`<deskbell-menu part="new" label=${msg('New')} .items=${this.beginnings()} @deskbell-choose=${this.begin}><span slot="trigger">${icon(plusIcon)}</span></deskbell-menu>`
            : nothing
        }
        <deskbell-menu label=${msg('Settings')} .items=${this.items()} @deskbell-choose=${this.obey}></deskbell-menu>
        </div>
      </div>
      <deskbell-tip keys=${keysOf('listen')}>
        <button
          part="listen"
          class=${listening ? '' : 'primary'}
          aria-keyshortcuts=${ariaKeysOf('listen')}
          ?disabled=${!isOpen}
          @click=${() => this.host?.activeSession?.listen(!listening)}
        >
          ${listening ? msg('Stop Listening') : msg('Start Listening')}
        </button>
      </deskbell-tip>
    `;
  }

  /** What begins without a customer in a chat. */
  private beginnings(): MenuItem[] {
    return [{ id: 'cobrowse', label: msg('Co-browse'), icon: cobrowseIcon, disabled: this.desk?.connection.phase !== 'open' }];
  }

  private async begin(event: DeskbellChooseEvent): Promise<void> {
    event.stopPropagation();
    try {
      const cobrowsing = await this.host?.cobrowse.load();
      const begun = await cobrowsing?.begin({ by: 'code' });
      cobrowsing?.tell(begun?.id);
    } catch (error) {
      this.dispatchEvent(new DeskbellSayEvent(refusalWords(error)));
    }
  }

  private stateWord(): string {
    return this.desk?.connection.phase === 'connecting' || !this.desk ? msg('Connecting') : msg('Not connected');
  }

  private items(): MenuItem[] {
    const { sound, notifications } = this.choices;
    const isDenied = typeof Notification === 'undefined' || Notification.permission === 'denied';
    return [
      { id: 'sound', label: msg('Sound'), icon: soundOnIcon, checked: sound, keys: keysOf('sound') },
      { id: 'notifications', label: msg('Browser notifications'), icon: bellIcon, checked: notifications && !isDenied, disabled: isDenied },
      { id: 'shortcuts', label: msg('Keyboard shortcuts'), icon: keyboardIcon, keys: '?' },
    ];
  }

  private obey(event: DeskbellChooseEvent): void {
    event.stopPropagation();
    const acts: Record<string, () => unknown> = {
      sound: () => this.host?.choose({ sound: !this.choices.sound }),
      notifications: () => this.chooseNotifications(),
      shortcuts: () => this.dispatchEvent(new DeskbellShortcutsEvent()),
    };
    acts[event.item]?.();
  }

  private async chooseNotifications(): Promise<void> {
    const wanted = !this.choices.notifications && (await Notification.requestPermission()) === 'granted';
    this.host?.choose({ notifications: wanted });
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-agent-bar': DeskbellAgentBar;
  }
}
