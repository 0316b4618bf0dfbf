import { link, type Mapping, noOtherFiles, parse } from "@responses/dsl";

/** A mapping of rules that ask for one letter each; an upper-case letter gives another verdict. */
export function letterRules(letters: string): Mapping {
  const rules = [...letters].map((letter) =>
    letter === letter.toLowerCase() ? `reject keyword "${letter}"` : `error keyword "${letter}"`,
  );
  const linked = link(parse("a.responses", rules.join("\n")), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the mapping is refused");
  return linked.mapping;
}
