/**
 * Where this browser shows its pages to an agent this one is shown too, without a click: when it comes, and when it begins in another tab. Tiny:
 * it is on every page.
 */
export function watchTicket(site: HTMLElement, load: () => Promise<{ resume: (site: HTMLElement) => void }>): void {
  const look = () => {
    try {
      if (localStorage.getItem('deskbell:cobrowse'))
        load().then(
          ({ resume }) => resume(site),
          () => undefined,
        );
    } catch {
      // A browser that keeps nothing shows nothing either.
    }
  };
  addEventListener('storage', look);
  look();
}
