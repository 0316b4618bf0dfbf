/** The blocks of a page that are marked with the name of a file: ```` ```yaml file=NAME ````. */
export function shownFiles(markdown: string): Readonly<Record<string, string>> {
  const blocks = [...markdown.matchAll(/^```\w+ file=(\S+)\n(.*?)^```$/gms)];
  return Object.fromEntries(blocks.map(([, path = "", text = ""]) => [path, text]));
}

/** What stands below a heading of a page, up to the next one. */
export function sectionOf(markdown: string, heading: string): string {
  const [, section] = markdown.split(`\n${heading}\n`);
  if (section === undefined) throw new Error(`there is no section ${heading}`);
  return section.split(/^##+ /m)[0] ?? "";
}
