import { Compartment, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** Whether the system asks for dark colours. */
const DARK = "(prefers-color-scheme: dark)";

/**
 * An editor in a shadow tree of its own: there it takes its styles as style sheets and not as `<style>` elements, so that the page's
 * content security policy need not allow any. It follows the system's light and dark.
 */
export function createEditor(host: HTMLElement, doc: string, extensions: Extension): EditorView {
  const root = host.attachShadow({ mode: "open", delegatesFocus: true });
  const colours = new Compartment();
  const system = matchMedia(DARK);
  const themeNow = () => EditorView.darkTheme.of(system.matches);
  const view = new EditorView({
    doc,
    root,
    parent: root,
    extensions: [extensions, colours.of(themeNow())],
  });
  system.addEventListener("change", () => view.dispatch({ effects: colours.reconfigure(themeNow()) }));
  return view;
}

/** Puts another text in the place of an editor's. */
export function replaceText(view: EditorView, text: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 } });
}
