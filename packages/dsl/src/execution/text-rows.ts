import type { TextRow } from "../runtime/text-meaning.js";
import type { TextRows } from "../runtime/text-table.js";
import type { TextPlace, TextPosition } from "./text-place.js";

/** What a text means while the rules that look for it are collected. */
interface RowDraft {
  decides: number | null;
  readonly tried: number[];
  asking: number | null;
}

/** Collects what the texts of one subject mean for rules. Rules are added in their order. */
export class TextRowsBuilder {
  readonly #drafts: Readonly<Record<TextPosition, Map<string, RowDraft>>> = {
    whole: new Map(),
    beginnings: new Map(),
    endings: new Map(),
    keywords: new Map(),
    words: new Map(),
  };

  /** The rule holds where the text stands so, if it `decides`; else it can hold there. */
  add({ position, text }: TextPlace, rule: number, decides: boolean): void {
    const draft = this.#draftOf(position, text);
    // Behind a rule that holds there no other is reached.
    if (draft.decides !== null) return;
    if (decides) draft.decides = rule;
    else if (draft.tried.at(-1) !== rule) draft.tried.push(rule);
  }

  /** A tried rule asks whether the text was found. */
  addQuestion(position: "keywords" | "words", text: string, rule: number): void {
    const draft = this.#draftOf(position, text);
    draft.asking ??= rule;
  }

  /** Gives the number of a searched text's row: keywords come first, then words. All texts have been added. */
  rowNumbers(): (position: "keywords" | "words", text: string) => number {
    const { keywords, words } = this.#drafts;
    const numbers = {
      keywords: new Map([...keywords.keys()].map((text, number) => [text, number])),
      words: new Map([...words.keys()].map((text, number) => [text, keywords.size + number])),
    };
    return (position, text) => {
      const number = numbers[position].get(text);
      if (number === undefined) throw new Error(`no row of the ${position} has the text ${text}`);
      return number;
    };
  }

  get isEmpty(): boolean {
    return Object.values(this.#drafts).every((drafts) => drafts.size === 0);
  }

  build(): TextRows {
    const { whole, beginnings, endings, keywords, words } = this.#drafts;
    return {
      ...(whole.size > 0 && { whole: rowsOf(whole) }),
      ...(beginnings.size > 0 && { beginnings: rowsOf(beginnings) }),
      ...(endings.size > 0 && { endings: rowsOf(endings) }),
      ...(keywords.size > 0 && { keywords: rowsOf(keywords) }),
      ...(words.size > 0 && { words: rowsOf(words) }),
    };
  }

  #draftOf(position: TextPosition, text: string): RowDraft {
    const drafts = this.#drafts[position];
    const known = drafts.get(text);
    if (known !== undefined) return known;
    const draft: RowDraft = { decides: null, tried: [], asking: null };
    drafts.set(text, draft);
    return draft;
  }
}

/** The texts that are all of what is asked about, if there are no others; else null. */
export function onlyWholeTexts({ rows }: { readonly rows: TextRows }): readonly TextRow[] | null {
  const { whole, ...others } = rows;
  return whole !== undefined && Object.keys(others).length === 0 ? whole : null;
}

function rowsOf(drafts: ReadonlyMap<string, RowDraft>): readonly TextRow[] {
  return [...drafts].map(([text, { decides, tried, asking }]): TextRow => {
    // A question of a rule behind the one that holds is never asked.
    if (asking !== null && (decides === null || asking < decides)) return [text, decides, tried, asking];
    return tried.length > 0 ? [text, decides, tried] : [text, decides];
  });
}
