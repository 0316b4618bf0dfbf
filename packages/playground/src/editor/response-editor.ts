import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  placeholder,
} from "@codemirror/view";
import type { Stretch } from "../verdict/report.js";
import { editorTheme } from "./editor-theme.js";
import { createEditor } from "./editor-view.js";

const setEvidence = StateEffect.define<DecorationSet>();

const evidence = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(known, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setEvidence));
    return set?.is(setEvidence) ? set.value : known.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const MARK = Decoration.mark({ class: "cm-evidence" });

/** The editor of the response: a text of no language, in which what decided is marked. */
export function createResponseEditor(host: HTMLElement, text: string, onChange: () => void): EditorView {
  return createEditor(host, text, [
    evidence,
    history(),
    drawSelection(),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    // A body is kept as it is, with the line ends that it has.
    EditorState.lineSeparator.of("\n"),
    EditorView.lineWrapping,
    placeholder("Paste a body here, or all that curl -i printed."),
    EditorView.contentAttributes.of({ "aria-label": "Response", spellcheck: "false", autocapitalize: "off" }),
    EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) onChange();
    }),
    editorTheme,
  ]);
}

/** Marks what decided; an empty stretch has nothing to be marked. */
export function markEvidence(view: EditorView, stretches: readonly Stretch[]): void {
  const { length } = view.state.doc;
  const ranges = stretches
    .filter(({ start, end }) => start < end && end <= length)
    .map(({ start, end }) => MARK.range(start, end));
  view.dispatch({ effects: setEvidence.of(RangeSet.of(ranges, true)) });
}
