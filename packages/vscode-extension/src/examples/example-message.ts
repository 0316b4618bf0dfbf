import type { ExampleReport } from "@responses/lsp";
import { Location, TestMessage, type Uri } from "vscode";
import { rangeOf } from "./test-tree.js";

/**
 * Why an example fails. It begins with what the example gets, since VS Code shows the beginning at the line's end; of two texts to be compared
 * it would show `success !=…` there.
 */
export function messageFor(report: ExampleReport, asItWas: string | null, uri: Uri): TestMessage {
  const { actual, range } = report;
  const reason = report.message ?? "the example gets a different verdict from the one it states";
  const text = asItWas === null ? reason : `${reason} (${asItWas})`;
  const message = new TestMessage(
    actual === null ? text : `→ gets ${actual.replaceAll("\n", ", ")}\n${text}`,
  );
  message.location = new Location(uri, rangeOf(range));
  return message;
}
