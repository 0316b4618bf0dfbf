import type { SemanticTokens as EncodedTokens, SemanticTokensDelta } from "vscode-languageserver";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../../features/semantic-tokens/legend.js";
import { SemanticTokens } from "../../features/semantic-tokens/semantic-tokens.js";
import { tokenEdits } from "../../features/semantic-tokens/token-delta.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import type { Session } from "../session/session.js";
import { inSlicesUnlessCancelled } from "../session/sliced.js";

const NONE: EncodedTokens = { data: [] };

export const semanticTokensWiring: FeatureWiring = {
  capabilities: ({ capabilities }) => {
    const wanted = capabilities.textDocument?.semanticTokens;
    if (wanted === undefined) return {};
    const { full } = wanted.requests;
    return {
      semanticTokensProvider: {
        legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
        full: { delta: typeof full === "object" && full.delta === true },
        range: true,
      },
    };
  },
  listen(session) {
    const { semanticTokens: wanted } = session.client.capabilities.textDocument ?? {};
    const tokens = new SemanticTokens(session.client.unit, wanted?.augmentsSyntaxTokens === true);
    const sent = new SentTokens(session);
    const { semanticTokens } = session.connection.languages;
    semanticTokens.on(({ textDocument: { uri } }, token) =>
      session.withDocument(uri, token, NONE, async (document) =>
        sent.remember(uri, await inSlicesUnlessCancelled(session, token, tokens.full(document))),
      ),
    );
    semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }, token) =>
      session.withDocument<EncodedTokens | SemanticTokensDelta>(uri, token, NONE, async (document) => {
        const data = await inSlicesUnlessCancelled(session, token, tokens.full(document));
        const before = sent.get(uri, previousResultId);
        const { resultId } = sent.remember(uri, data);
        return before === null ? { resultId, data } : { resultId, edits: tokenEdits(before, data) };
      }),
    );
    semanticTokens.onRange(({ textDocument: { uri }, range }, token) =>
      session.withDocument(uri, token, NONE, async (document) => ({
        data: await inSlicesUnlessCancelled(session, token, tokens.range(document, range)),
      })),
    );
  },
};

/** What the client got last of each open document, so that the next time only what changed is sent. */
class SentTokens {
  readonly #session: Session;
  readonly #sent = new Map<string, { readonly resultId: string; readonly data: number[] }>();
  #count = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  get(uri: string, resultId: string): readonly number[] | null {
    const known = this.#sent.get(uri);
    return known?.resultId === resultId ? known.data : null;
  }

  /** Keeps the tokens and gives them a result id. Those of documents that were closed go. */
  remember(uri: string, data: number[]): { readonly resultId: string; readonly data: number[] } {
    for (const other of this.#sent.keys()) {
      if (this.#session.workspace.versionOf(other) === null) this.#sent.delete(other);
    }
    const tokens = { resultId: String(++this.#count), data };
    this.#sent.set(uri, tokens);
    return tokens;
  }
}
