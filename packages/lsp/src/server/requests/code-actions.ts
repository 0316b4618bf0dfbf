import { type CancellationToken, type CodeAction, CodeActionTriggerKind } from "vscode-languageserver";
import {
  type ActionEditAbilities,
  actionEdit,
  cursorAfter,
  SHOW_PLACE,
} from "../../features/code-actions/action-edit.js";
import { actionsFor, isKindWanted } from "../../features/code-actions/action-list.js";
import { ACTION_KINDS, type OfferedAction } from "../../features/code-actions/offered-action.js";
import { resolveChange, type WorkspaceAccess } from "../../features/code-actions/resolved-change.js";
import { type DiagnosticSupport, diagnosticOf } from "../../features/diagnostics/diagnostics.js";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import { type ActionData, readActionData } from "../client/action-data.js";
import type { ClientProfile } from "../client/client-profile.js";
import { diagnosticSupport } from "../client/diagnostic-support.js";
import { editAbilities } from "../client/edit-abilities.js";
import { outdated } from "../session/dropped-requests.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import type { Session } from "../session/session.js";

export const codeActionsWiring: FeatureWiring = {
  capabilities: (client) =>
    understandsActions(client)
      ? {
          codeActionProvider: {
            codeActionKinds: Object.values(ACTION_KINDS),
            resolveProvider: resolvesLater(client),
          },
        }
      : {},
  listen(session) {
    const { connection, client } = session;
    const actions = new ActionAnswers(session);
    connection.onCodeAction(({ textDocument: { uri }, range, context }, token) => {
      if (!understandsActions(client)) return [];
      return session.withAnalysed(uri, token, [], (document) => {
        const only = context.only ?? null;
        const request = {
          document,
          span: document.positions.spanOf(range),
          isAskedFor: context.triggerKind !== CodeActionTriggerKind.Automatic,
        };
        const offered = actionsFor(request, (kind) => isKindWanted(kind, only) && actions.canDo(kind, only));
        return actions.answer(offered, document, token);
      });
    });
    connection.onCodeActionResolve((action, token) => actions.resolve(action, token));
  },
};

/** A client of before 3.8 knows commands only. */
function understandsActions({ capabilities: { textDocument } }: ClientProfile): boolean {
  return textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
}

/** Whether the client asks for the edits of an action when it is chosen. */
function resolvesLater({ capabilities: { textDocument } }: ClientProfile): boolean {
  const { resolveSupport, dataSupport } = textDocument?.codeAction ?? {};
  return resolveSupport?.properties.includes("edit") === true && dataSupport === true;
}

/** Actions as one client understands them. */
class ActionAnswers {
  readonly #session: Session;
  readonly #abilities: ActionEditAbilities;
  readonly #support: DiagnosticSupport;
  readonly #resolvesLater: boolean;

  constructor(session: Session) {
    this.#session = session;
    this.#abilities = editAbilities(session.client);
    this.#support = diagnosticSupport(session.client);
    this.#resolvesLater = resolvesLater(session.client);
  }

  /**
   * Whether actions of a kind are of use to the client: it can do them, and what takes long is not worked out for a list
   * that is asked for whenever the cursor moves.
   */
  canDo(kind: string, only: readonly string[] | null): boolean {
    if (kind === ACTION_KINDS.extractInclude) return this.#abilities.newFiles;
    return kind !== ACTION_KINDS.fixAll || this.#resolvesLater || only !== null;
  }

  async answer(
    offered: readonly OfferedAction[],
    document: AnalysedDocument,
    token: CancellationToken,
  ): Promise<CodeAction[]> {
    const actions: CodeAction[] = [];
    for (const action of offered) {
      if (token.isCancellationRequested) break;
      const answer = await this.#actionOf(action, document);
      if (answer !== null) actions.push(answer);
    }
    return actions;
  }

  async #actionOf(offered: OfferedAction, document: AnalysedDocument): Promise<CodeAction | null> {
    const { title, kind, resolves, isPreferred, change } = offered;
    const { pageOf } = this.#session;
    const places = this.#session.placesOf(document);
    const diagnostics = resolves.map((shown) => diagnosticOf(shown, document, places, pageOf, this.#support));
    const action: CodeAction = {
      title,
      kind,
      ...(diagnostics.length === 0 ? {} : { diagnostics }),
      ...(isPreferred ? { isPreferred } : {}),
    };
    if (change.kind !== "now" && this.#resolvesLater) {
      const { uri, version } = document;
      const data: ActionData = { uri, version, change };
      return { ...action, data };
    }
    return this.#withEdit(action, offered, document);
  }

  async #withEdit(
    action: CodeAction,
    { change }: Pick<OfferedAction, "change">,
    document: AnalysedDocument,
  ): Promise<CodeAction | null> {
    const resolved = await resolveChange(change, document, this.#accessFrom(document));
    if (resolved === null) return null;
    const cursor = this.#abilities.snippets ? null : cursorAfter(resolved, document);
    const canShow = this.#session.client.capabilities.window?.showDocument?.support === true;
    return {
      ...action,
      edit: actionEdit(resolved, document, this.#abilities),
      ...(cursor === null || !canShow
        ? {}
        : { command: { title: action.title, command: SHOW_PLACE, arguments: [document.uri, cursor] } }),
    };
  }

  /** The action with its edit; the text must be the one that it was offered for. */
  async resolve(action: CodeAction, token: CancellationToken): Promise<CodeAction> {
    const data = readActionData(action.data);
    if (data === null) return action;
    const { uri, version, change } = data;
    return this.#session.withAnalysed(uri, token, action, async (document) => {
      if (document.version !== version) throw outdated();
      return (await this.#withEdit(action, { change }, document)) ?? action;
    });
  }

  #accessFrom({ uri }: AnalysedDocument): WorkspaceAccess {
    const { workspace } = this.#session;
    return {
      relink: (text) => workspace.linkText(uri, text),
      isTaken: (other) => workspace.exists(other),
      pause: () => workspace.nextTurn(),
    };
  }
}
