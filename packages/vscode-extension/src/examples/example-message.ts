import type { ExampleReport } from "@responses/lsp";
import { Location, TestMessage, type Uri } from "vscode";
import { rangeOf } from "./test-tree.js";

/** Why an example fails, with what it expects and what it gets side by side. */
export function messageFor(report: ExampleReport, asItWas: string | null, uri: Uri): TestMessage {
  const { actual, expected, range } = report;
  const reason = report.message ?? "the example gets a different verdict from the one it states";
  const text = asItWas === null ? reason : `${reason} (${asItWas})`;
  const message =
    actual === null || actual === expected ? new TestMessage(text) : TestMessage.diff(text, expected, actual);
  message.location = new Location(uri, rangeOf(range));
  return message;
}
