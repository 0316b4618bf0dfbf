// Imports internals: bodies are made for the analysis, which shows of them what it has tried.
import { readField } from "../../src/bodies/read-field.js";
import { describeField, type Field } from "../../src/model/field.js";
import type { WantedBody, WantedPick } from "../../src/synthesis/wanted-body.js";

/** A text, JSON's null, or a value that has no text: `[]` for a blank one. */
export type Picks = readonly (string | null | readonly 1[])[];

/** What fields are to pick, by the fields as a file writes them. */
export type Wishes = Readonly<Record<string, Picks>>;

/** The field that a file writes so. */
export function fieldOf(written: string): Field {
  const field = readField(written);
  if (field === null) throw new Error(`no field: ${written}`);
  return field;
}

export function wantedBody(wishes: Wishes, texts: readonly string[] = []): WantedBody {
  const fields = Object.entries(wishes).map(([written, picks]) => ({
    field: describeField(fieldOf(written)),
    picks: picks.map(wantedPick),
  }));
  return { fields, texts };
}

export function wantedPick(pick: Picks[number]): WantedPick {
  if (pick === null) return { kind: "null" };
  if (typeof pick === "string") return { kind: "text", text: pick };
  return { kind: pick.length === 0 ? "blank-container" : "container" };
}
