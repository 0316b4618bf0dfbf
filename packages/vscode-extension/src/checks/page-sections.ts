/** The section of each finding in the page of all findings, by the finding's name: a page of its own. */
export function pageSections(page: string): ReadonlyMap<string, string> {
  const sections = page.split(/^(?=## )/m).slice(1);
  return new Map(
    sections.flatMap((section) => {
      const name = /^## (\S+)$/m.exec(section)?.[1];
      return name === undefined ? [] : [[name, `${section.replace(/^## /, "# ").trimEnd()}\n`]];
    }),
  );
}
