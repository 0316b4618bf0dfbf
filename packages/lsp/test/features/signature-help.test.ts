import { describe, expect, test } from "vitest";
import type { SignatureHelp } from "vscode-languageserver";
import { signatureHelpAt } from "../../src/features/signature-help/signature-help.js";
import { type FeatureFixture, fixturesOf } from "../support/feature-fixture.js";
import { linkedDocument } from "../support/linked-document.js";

/*
 * The forms that are shown at the cursor. Sections of a fixture:
 *
 *   typed    the character that asks by itself
 *   shown    the forms, the active one behind `>`, the part that is to be written between « and »; `nothing` for none
 *   says     the sentence on that part
 *   reads    what is said of what is read there
 */

function helpIn({ main, expected }: FeatureFixture, offsets: boolean): SignatureHelp | null {
  const document = linkedDocument(main.name, main.text);
  if (main.cursor === null) throw new Error("the fixture has no cursor");
  const trigger = expected.get("typed")?.replace("blank", " ") ?? null;
  const position = document.positions.positionAt(main.cursor);
  return signatureHelpAt(document, position, { trigger, isShown: false }, { offsets });
}

/** The forms as lines, with the marks of the fixture. */
function linesOf(help: SignatureHelp | null): readonly string[] {
  if (help === null) return ["nothing"];
  return help.signatures.map(({ label, parameters = [], activeParameter = 0 }, index) => {
    const isActive = index === help.activeSignature;
    const [start, end] = parameters[activeParameter ?? 0]?.label ?? [];
    if (typeof start !== "number" || typeof end !== "number") throw new Error("no such part");
    const marked = `${label.slice(0, start)}«${label.slice(start, end)}»${label.slice(end)}`;
    return isActive ? `> ${marked}` : `  ${label}`;
  });
}

function sentenceOf({ signatures, activeSignature, activeParameter }: SignatureHelp): string {
  const parts = signatures[activeSignature ?? 0]?.parameters ?? [];
  const said = parts[activeParameter ?? 0]?.documentation;
  return typeof said === "string" ? said : "";
}

describe.each(fixturesOf("signature-help"))("$name", (fixture) => {
  test("is as the fixture says", () => {
    const help = helpIn(fixture, true);
    for (const [section, expected] of fixture.expected) {
      if (section === "shown") expect(linesOf(help)).toEqual(expected.split("\n"));
      else if (section === "says") expect(help === null ? "" : sentenceOf(help)).toBe(expected);
      else if (section === "reads") expect(help?.signatures[0]?.documentation).toBe(expected);
      else expect(section).toBe("typed");
    }
  });

  test("names the same part to clients that know parts by their text", () => {
    const byOffset = helpIn(fixture, true);
    const byText = helpIn(fixture, false);
    expect(byText?.activeParameter).toBe(byOffset?.activeParameter);
    for (const { label, parameters = [] } of byText?.signatures ?? []) {
      // Such a client looks for the first place of the text.
      let from = 0;
      for (const part of parameters) {
        const at = label.indexOf(String(part.label), from);
        expect(at).toBe(label.indexOf(String(part.label)));
        from = at + 1;
      }
    }
  });
});
