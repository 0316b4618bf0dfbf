import { LSPPlugin } from "@codemirror/lsp-client";
import { RangeSetBuilder, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { SemanticTokens } from "vscode-languageserver-protocol";

/*
 * Colours and findings after an edit. The colours are the language server's semantic tokens: there is no second grammar that could
 * be of another opinion.
 */

/** Milliseconds without an edit before the server is told of it and asked for colours. */
const QUIET = 60;

const setColours = StateEffect.define<DecorationSet>();

const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(known, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setColours));
    return set?.is(setColours) ? set.value : known.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** What the server gets of a client that shows semantic tokens. */
const CAPABILITIES = {
  textDocument: {
    semanticTokens: {
      requests: { full: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ["relative"],
    },
  },
};

const plugin = ViewPlugin.fromClass(
  class {
    #timer: ReturnType<typeof setTimeout> | undefined;
    readonly #view: EditorView;

    constructor(view: EditorView) {
      this.#view = view;
      this.#askLater();
    }

    update({ docChanged }: ViewUpdate) {
      if (docChanged) this.#askLater();
    }

    destroy() {
      clearTimeout(this.#timer);
    }

    #askLater() {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask(), QUIET);
    }

    async #ask() {
      const lsp = LSPPlugin.get(this.#view);
      if (lsp === null) return;
      const { client, uri } = lsp;
      await client.initializing;
      client.sync();
      const { doc } = this.#view.state;
      const legend = client.serverCapabilities?.semanticTokensProvider?.legend.tokenTypes ?? [];
      try {
        const tokens = await client.request<unknown, SemanticTokens | null>(
          "textDocument/semanticTokens/full",
          {
            textDocument: { uri },
          },
        );
        // Colours of a text that was edited meanwhile are about to be asked for again.
        if (tokens === null || this.#view.state.doc !== doc) return;
        this.#view.dispatch({ effects: setColours.of(decorationsOf(tokens.data, doc, legend)) });
      } catch {
        // Dropped for an edit that came meanwhile, which asks again.
      }
    }
  },
);

/** The decorations for tokens as the protocol encodes them: five numbers each, places relative to the token before. */
function decorationsOf(data: readonly number[], doc: Text, legend: readonly string[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let line = 0;
  let character = 0;
  for (let index = 0; index + 4 < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(index, index + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const from = doc.line(line + 1).from + character;
    builder.add(from, from + length, markOf(legend[type] ?? "unknown"));
  }
  return builder.finish();
}

const marks = new Map<string, Decoration>();

function markOf(type: string): Decoration {
  const known = marks.get(type) ?? Decoration.mark({ class: `cm-token-${type}` });
  marks.set(type, known);
  return known;
}

/** Colours, as the language server sees the text, and tells the server of edits. */
export const semanticColours = { clientCapabilities: CAPABILITIES, editorExtension: [colours, plugin] };
