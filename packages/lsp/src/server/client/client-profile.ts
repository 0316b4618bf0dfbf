import type { ColumnUnit } from "@responses/dsl";
import type { ClientCapabilities, InitializeParams } from "vscode-languageserver";
import { memberOf } from "./member-of.js";
import { readSettings, type Settings } from "./settings.js";

/** What a client can do, as far as it makes a difference to the server; everything that is not said is not there. */
export interface ClientProfile {
  readonly name: string;
  readonly unit: ColumnUnit;
  readonly capabilities: ClientCapabilities;
  /** The URIs of the folders that are open. */
  readonly folders: readonly string[];
  /** Whether the client reads files for the server: `responses/readFile` and `responses/listMappingFiles`. */
  readonly readsFiles: boolean;
  /** Whether the client shows examples as tests: it has the command of the lenses, and listens to `responses/analysed`. */
  readonly runsExamples: boolean;
  /** Whether the client shows what was found at a place beside its preview, so that the preview does not say it again. */
  readonly findingsBeside: boolean;
  /** The URI of the page that explains findings, from the client (check-pages.ts); null where it has none. */
  readonly checksPage: string | null;
  /** The client's command that asks for completion anew, for words behind which more follows; null where it has none. */
  readonly suggestCommand: string | null;
  /** The client's command that explains an example, which gets its file's URI and its range; null where it has none. */
  readonly explainCommand: string | null;
  /** The settings that the client starts the server with: the member `settings` of its options. */
  readonly settings: Settings;
}

export function clientProfile(params: InitializeParams): ClientProfile {
  const { capabilities } = params;
  const options: unknown = params.initializationOptions;
  return {
    name: params.clientInfo?.name ?? "a client without a name",
    unit: unitFor(capabilities.general?.positionEncodings ?? []),
    capabilities,
    folders: foldersOf(params),
    readsFiles: memberOf(options, "readsFiles") === true,
    runsExamples: memberOf(options, "runsExamples") === true,
    findingsBeside: memberOf(options, "findingsBeside") === true,
    checksPage: textMember(options, "checksPage"),
    suggestCommand: textMember(options, "suggestCommand"),
    explainCommand: textMember(options, "explainCommand"),
    settings: readSettings(memberOf(options, "settings")),
  };
}

const UNITS: readonly ColumnUnit[] = ["utf-16", "utf-8", "utf-32"];

/** The first that the client offers and the server can count in; UTF-16 is what everyone must understand. */
function unitFor(offered: readonly string[]): ColumnUnit {
  for (const encoding of offered) {
    const unit = UNITS.find((known) => known === encoding);
    if (unit !== undefined) return unit;
  }
  return "utf-16";
}

/** Clients of before 3.6 give one folder. */
function foldersOf(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders !== undefined && params.workspaceFolders !== null) {
    return params.workspaceFolders.map(({ uri }) => uri);
  }
  return params.rootUri === null || params.rootUri === undefined ? [] : [params.rootUri];
}

function textMember(value: unknown, name: string): string | null {
  const member = memberOf(value, name);
  return typeof member === "string" ? member : null;
}
