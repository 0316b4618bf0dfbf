import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { closeLintPanel, diagnosticCount, lintGutter, lintKeymap, openLintPanel } from "@codemirror/lint";
import {
  findReferencesKeymap,
  formatDocument,
  formatKeymap,
  jumpToDefinitionKeymap,
  type LSPClient,
  renameKeymap,
} from "@codemirror/lsp-client";
import { EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { editorTheme } from "./editor-theme.js";
import { createEditor } from "./editor-view.js";
import { MAPPING_URI } from "./language-client.js";

/** On narrow screens long lines are wrapped: scrolling sideways by hand is worse there than lines that are no longer in line. */
const NARROW = "(max-width: 820px)";

/** Who wants to know what becomes of the mapping. */
interface MappingListeners {
  readonly onChange: () => void;
  /** Called after every change of the view, with how many findings there are and whether the list of them is open. */
  readonly onFindings: (count: number, isListed: boolean) => void;
}

/** The editor of the mapping, which the language server looks at. */
export function createMappingEditor(
  host: HTMLElement,
  text: string,
  client: LSPClient,
  { onChange, onFindings }: MappingListeners,
): EditorView {
  return createEditor(host, text, [
    lineNumbers(),
    lintGutter(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    closeBrackets(),
    matchMedia(NARROW).matches ? EditorView.lineWrapping : [],
    // Tab is left alone: it leads on to what is next on the page.
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...formatKeymap,
      ...renameKeymap,
      ...jumpToDefinitionKeymap,
      ...findReferencesKeymap,
      ...defaultKeymap,
      ...historyKeymap,
    ]),
    EditorState.languageData.of(() => [{ commentTokens: { line: "#" } }]),
    EditorView.contentAttributes.of({ "aria-label": "Mapping", spellcheck: "false", autocapitalize: "off" }),
    EditorView.updateListener.of(({ docChanged, state, view }) => {
      if (docChanged) onChange();
      onFindings(diagnosticCount(state), isListOpen(view));
    }),
    autocompletion({ icons: false }),
    client.plugin(MAPPING_URI, "responses"),
    editorTheme,
  ]);
}

/** Puts the cursor at the beginning of a line, from 1 on, and the line into view. */
export function goToLine(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  view.focus();
}

/** Adds a statement behind all others, and shows it. */
export function addStatement(view: EditorView, statement: string): void {
  const { doc } = view.state;
  const before = doc.length === 0 || doc.line(doc.lines).length === 0 ? "" : "\n";
  view.dispatch({
    changes: { from: doc.length, insert: `${before}${statement}\n` },
    selection: { anchor: doc.length + before.length },
    scrollIntoView: true,
    userEvent: "input.example",
  });
  view.focus();
}

export function formatMapping(view: EditorView): void {
  formatDocument(view);
}

/** Shows the list of all findings with their fixes below the mapping, or takes it away. */
export function toggleFindings(view: EditorView): void {
  if (isListOpen(view)) closeLintPanel(view);
  else openLintPanel(view);
}

function isListOpen(view: EditorView): boolean {
  return view.dom.querySelector(".cm-panel-lint") !== null;
}
