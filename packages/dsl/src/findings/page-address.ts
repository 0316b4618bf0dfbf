/**
 * The address of a finding's page.
 *
 * @param pages where the pages are: one page with a fragment for each, or an address that says `{name}` where the name goes
 */
export function pageAddress(pages: string, name: string): string {
  return pages.includes("{name}") ? pages.replaceAll("{name}", name) : `${pages}#${name}`;
}
