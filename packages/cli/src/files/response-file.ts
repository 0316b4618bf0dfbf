import { closeSync, openSync, readSync, statSync } from "node:fs";
import { extname } from "node:path";
import { bodyKindOf, isWholeAnswer } from "@responses/dsl/editor";
import { UsageError } from "../terminal/usage-error.js";

/** Bytes that show what a file is: a declaration and a comment may stand before what tells. */
const BEGINNING = 2000;

/** What a response holds, by how it begins: `match` and the option that it needs for such a file. */
interface HeldResponse {
  readonly what: string;
  readonly option: string;
}

/**
 * Throws a UsageError where somebody gives a recorded response in the place of a mapping: a file with a name other than a
 * mapping's that begins as JSON, XML, a web page or an answer of HTTP does. What is no regular file is not looked into: it can be
 * read only once.
 */
export function refuseResponse(path: string, command: "match" | "example" = "match"): void {
  if (path.endsWith(".responses")) return;
  const held = heldResponse(path, beginningOf(path));
  if (held === null) return;
  throw new UsageError(
    `${path} is a response and not a mapping: it holds ${held.what}. ${command === "match" ? "For the verdict on it" : "To make an example of it"} run: responses ${command} MAPPING.responses ${held.option === "--ndjson " && command === "example" ? "" : held.option}${path}`,
  );
}

function heldResponse(path: string, beginning: string): HeldResponse | null {
  if (isWholeAnswer(beginning)) return { what: "an answer of HTTP", option: "--http " };
  switch (bodyKindOf(beginning)) {
    case "json":
      return /^\.(?:ndjson|jsonl)$/.test(extname(path))
        ? { what: "JSON, line by line", option: "--ndjson " }
        : { what: "JSON", option: "" };
    case "xml":
      return { what: "XML", option: "" };
    case "html":
      return { what: "a web page", option: "" };
    case "empty":
    case "text":
      return null;
  }
}

/** Nothing where there is none: whoever reads the file tells why. */
function beginningOf(path: string): string {
  try {
    if (!statSync(path).isFile()) return "";
    const descriptor = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(BEGINNING);
      return bytes.toString("utf8", 0, readSync(descriptor, bytes)).replace(/^\ufeff/, "");
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return "";
  }
}
