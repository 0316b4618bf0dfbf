import { defaultSeverityOf, link, messageOf, parse } from "@responses/dsl";
import { analyseAtOnce } from "@responses/dsl/editor";
import { type DefaultTreeAdapterTypes, parse as parseHtml } from "parse5";
import { expect } from "vitest";
import { mappingPage } from "../../src/pages/mapping-page.js";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** The page of a mapping file in memory, and of those that it includes by their names. */
export function pageOf(text: string, included: Readonly<Record<string, string>> = {}): string {
  const linked = link(parse("acme.responses", text), {
    resolve: (_, include) => include,
    load: (path) => (included[path] === undefined ? null : parse(path, included[path])),
  });
  const { findings, run } = analyseAtOnce(linked);
  if (run === null) throw new Error(findings.map(messageOf).join("\n"));
  const reported = findings.map((finding) => ({
    finding,
    severity: defaultSeverityOf(finding.name),
    message: messageOf(finding),
  }));
  return mappingPage(run, reported);
}

/** The elements of a page as a browser reads it, in document order; a fault in its markup is a failure. */
export function elementsOf(page: string): readonly Element[] {
  const faults: string[] = [];
  const root = parseHtml(page, {
    onParseError: ({ code, startOffset }) => faults.push(`${code} ${startOffset}`),
  });
  expect(faults).toEqual([]);
  return root.childNodes.flatMap(elementsIn);
}

function elementsIn(node: Node): readonly Element[] {
  return "childNodes" in node && "tagName" in node ? [node, ...node.childNodes.flatMap(elementsIn)] : [];
}

/** The elements that have that name, or with a dot that class. */
export function all(page: string, selector: string): readonly Element[] {
  return elementsOf(page).filter((element) =>
    selector.startsWith(".")
      ? (attributeOf(element, "class") ?? "").split(" ").includes(selector.slice(1))
      : element.tagName === selector,
  );
}

export function attributeOf({ attrs }: Element, name: string): string | null {
  return attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** What is read of an element, with blanks and line ends as one blank each. */
export function textOf(element: Element): string {
  return rawTextOf(element).replaceAll(/\s+/g, " ").trim();
}

export function rawTextOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(rawTextOf).join("") : "";
}

/** The texts of all such elements. */
export function texts(page: string, selector: string): readonly string[] {
  return all(page, selector).map(textOf);
}
