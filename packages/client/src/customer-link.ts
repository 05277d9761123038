import type { CustomerToken } from './customer-token.js';
import type { Link, LinkListener } from './link.js';
import { SocketLink } from './socket-link.js';
import { socketAddress } from './socket.js';
import type { Surroundings } from './surroundings.js';
import { TabsLink } from './tabs-link.js';
import type { Channel, Tabs } from './tabs.js';

export interface CustomerLinkOptions {
  readonly surroundings: Surroundings;
  readonly relay: string;
  readonly token: CustomerToken;
  /** Undefined where this tab is by itself. */
  readonly shared: { readonly tabs: Tabs; readonly channel: Channel } | undefined;
  readonly listener: LinkListener;
}

/** The customer's way to the relay: one socket for all tabs where they can agree, else one of this tab's own. */
export function customerLink({ surroundings, relay, token, shared, listener }: CustomerLinkOptions): Link {
  const ownLink = (its: LinkListener) =>
    new SocketLink({
      ...surroundings,
      address: socketAddress(relay),
      token: (refused) => token.give(refused),
      renewed: () => token.renew(),
      listener: its,
    });
  return shared ? new TabsLink({ ...surroundings, ...shared, tab: surroundings.newId(), ownLink, listener }) : ownLink(listener);
}
