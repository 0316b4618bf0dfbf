import type { FindingName } from "@responses/dsl";
import type { CompletionItem, CompletionList } from "vscode-languageserver";
import { complete, type NearbyFiles, withDocumentation } from "../../features/completion/complete.js";
import type { CompletionAbilities, ShownItem } from "../../features/completion/items/completion-items.js";
import {
  type CompletionPlace,
  completionPlaceAt,
  needsOf,
  TRIGGER_CHARACTERS,
} from "../../features/completion/place/completion-place.js";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { statementIndexAt } from "../../workspace/documents/statement-places.js";
import type { ClientProfile } from "../client/client-profile.js";
import { textFormat } from "../client/text-format.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import type { Session } from "../session/session.js";

export const completionWiring: FeatureWiring = {
  capabilities: (client) => ({
    completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS], resolveProvider: isLazy(client) },
  }),
  listen(session) {
    const abilities = abilitiesOf(session.client);
    const { completionItem } = session.client.capabilities.textDocument?.completion ?? {};
    const format = textFormat(completionItem?.documentationFormat);
    const lazily = isLazy(session.client);
    const shown = new ShownLists();
    session.connection.onCompletion(({ textDocument, position, context }, token) =>
      session.withDocument<CompletionList | null>(textDocument.uri, token, null, async (document) => {
        const place = completionPlaceAt(document, position, context?.triggerCharacter ?? null);
        if (place === null) return null;
        const { surroundings, isWhole } = await nearbyFilesOf(document, place, session);
        const { items, isIncomplete } = complete(document, place, surroundings, abilities);
        return {
          isIncomplete: isIncomplete || !isWhole,
          items: lazily
            ? shown.remember(items)
            : items.map(({ item, suggestion }) => withDocumentation(item, suggestion, format)),
        };
      }),
    );
    session.connection.onCompletionResolve((item, token) =>
      session.guarded(token, async () => {
        const suggestion = shown.suggestionOf(item);
        return suggestion === null ? item : withDocumentation(item, suggestion, format);
      }),
    );
  },
};

function abilitiesOf({ capabilities, suggestCommand }: ClientProfile): CompletionAbilities {
  const item = capabilities.textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    commitCharacters: item?.commitCharactersSupport === true,
    suggestCommand,
  };
}

/** Whether the client asks for documentation only of the item that somebody looks at. */
function isLazy({ capabilities }: ClientProfile): boolean {
  const item = capabilities.textDocument?.completion?.completionItem;
  return item?.resolveSupport?.properties.includes("documentation") === true;
}

/** Milliseconds for which the other files of the workspace are waited for; the next answer has them. */
const LONGEST_WAIT = 100;

/** What has to be known of other files; `isWhole` is false where they are not read yet. */
async function nearbyFilesOf(
  document: MappingDocument,
  place: CompletionPlace,
  { workspace }: Session,
): Promise<{ readonly surroundings: NearbyFiles; readonly isWhole: boolean }> {
  const needs = needsOf(place, document);
  const connected = needs.connected ? await soon(workspace.connectedDocuments(document.uri)) : [];
  const all = needs.all ? await soon(workspace.allDocuments()) : [];
  const findings = needs.findings ? await findingsAt(document, place, workspace) : NO_FINDINGS;
  const surroundings = { connected: connected ?? [], all: all ?? [], findings };
  return { surroundings, isWhole: connected !== null && all !== null };
}

const NO_FINDINGS: ReadonlySet<FindingName> = new Set();

/** The value, or null if it takes too long. */
async function soon<Value>(value: Promise<Value>): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT, null);
  });
  return Promise.race([value, tooLong]).finally(() => clearTimeout(timer));
}

/** The findings in the statement of the place. */
async function findingsAt(
  document: MappingDocument,
  { start, offset }: CompletionPlace,
  workspace: Session["workspace"],
): Promise<ReadonlySet<FindingName>> {
  const analysed = await workspace.analysed(document.uri);
  if (analysed === null) return NO_FINDINGS;
  const { file } = analysed;
  const index = statementIndexAt(file, start + offset);
  const inStatement = analysed.findings.filter(
    ({ finding }) => statementIndexAt(file, finding.span.start) === index,
  );
  return new Set(inStatement.map(({ finding }) => finding.name));
}

/** The lists that were shown last: what is said of an item is worked out only when somebody looks at it. */
class ShownLists {
  #number = 0;
  #lists: readonly { readonly number: number; readonly items: readonly ShownItem[] }[] = [];

  /** The items as they are sent. */
  remember(items: readonly ShownItem[]): CompletionItem[] {
    const number = ++this.#number;
    this.#lists = [{ number, items }, ...this.#lists].slice(0, MOST_LISTS);
    return items.map(({ item, suggestion }, index) =>
      suggestion.about === null ? item : { ...item, data: [number, index] },
    );
  }

  /** What an item was made of; null where nobody remembers it. */
  suggestionOf({ data }: CompletionItem): ShownItem["suggestion"] | null {
    const [number, index]: readonly unknown[] = Array.isArray(data) ? data : [];
    if (typeof index !== "number") return null;
    return this.#lists.find((list) => list.number === number)?.items[index]?.suggestion ?? null;
  }
}

/** A client may still look at the list before the last. */
const MOST_LISTS = 3;
