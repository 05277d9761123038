/**
 * Where this browser shows its pages to an agent this one is shown too, without a click: when it comes, and when it begins in another tab. Tiny:
 * it is on every page.
 */
export function watchTicket(site: HTMLElement, load: () => Promise<{ resume: (site: HTMLElement) => void }>): void {
  const look = async () => {
    try {
      if (localStorage['deskbell:cobrowse']) (await load()).resume(site);
    } catch {
      // A browser that keeps nothing shows nothing either; and what could not be fetched now is fetched by the next page.
    }
  };
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- it never rejects, and each byte counts here.
  addEventListener('storage', look);
  void look();
}
