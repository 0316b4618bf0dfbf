import { afterEach, expect, test, vi } from "vitest";
import { Uri } from "vscode";
import { isMappingPlace, mappingSelector } from "../src/client/mapping-places.js";
import { Uri as FakeUri, workspace } from "./support/fake-vscode.js";

/* Which documents of the language are somebody's mappings, and which only look like them. */

vi.mock("vscode", () => import("./support/fake-vscode.js"));

afterEach(() => {
  workspace.workspaceFolders.length = 0;
});

test.each(["file", "untitled", "vscode-vfs", "vscode-test-web"])("what is %s: is a mapping", (scheme) => {
  expect(isMappingPlace(Uri.parse(`${scheme}:///leads/acme.responses`))).toBe(true);
  expect(mappingSelector()).toContainEqual({ language: "responses", scheme });
});

test.each([
  "git",
  "output",
  "vscode-bulkeditpreview-editor",
  "vscode-bulkeditpreview",
  "merge-conflict.conflict-diff",
  "responses-verdict",
])("what is %s: is no mapping, neither for the server nor for commands", (scheme) => {
  expect(isMappingPlace(Uri.parse(`${scheme}:///leads/acme.responses`))).toBe(false);
  expect(mappingSelector()).not.toContainEqual({ language: "responses", scheme });
});

test("what lies in a folder that is open is a mapping, whatever the folder's scheme", () => {
  workspace.workspaceFolders.push({ uri: FakeUri.parse("ssh://host/leads") });
  expect(isMappingPlace(Uri.parse("ssh://host/leads/acme.responses"))).toBe(true);
  expect(mappingSelector()).toContainEqual({ language: "responses", scheme: "ssh" });
});
