import type { FindingName } from "@responses/dsl";
import {
  type ConfiguredSeverity,
  isIgnored,
  PROJECT_FILE,
  type ProjectConfig,
  readProjectConfig,
  severityIn,
} from "@responses/dsl/editor";
import { URI, Utils } from "vscode-uri";
import { pathBelow } from "../files/file-names.js";

/** What the nearest project file above a mapping file says about it. */
export class ProjectSettings {
  readonly #config: ProjectConfig | null;
  /** Whether the project leaves the file out. */
  readonly isIgnored: boolean;

  constructor(config: ProjectConfig | null, ignored: boolean) {
    this.#config = config;
    this.isIgnored = ignored;
  }

  severityOf(name: FindingName): ConfiguredSeverity {
    return severityIn(this.#config, name);
  }
}

const NO_SETTINGS = new ProjectSettings(null, false);

/**
 * The settings for a file: those of the nearest project file in its folder or above. `contentOf` gives a project file's
 * text, or null where there is none. One that cannot be used says nothing; its own diagnostics say why.
 */
export async function settingsFor(
  uri: string,
  contentOf: (uri: string) => Promise<string | null>,
): Promise<ProjectSettings> {
  const file = URI.parse(uri);
  if (!file.path.startsWith("/")) return NO_SETTINGS;
  for (let folder = Utils.dirname(file); ; folder = Utils.dirname(folder)) {
    const text = await contentOf(Utils.joinPath(folder, PROJECT_FILE).toString());
    if (text !== null) {
      const result = readProjectConfig(text);
      if (result.kind === "fault") return NO_SETTINGS;
      return new ProjectSettings(
        result.config,
        isIgnored(result.config.ignore, pathBelow(folder, file) ?? ""),
      );
    }
    if (folder.path === "/" || folder.path === "") return NO_SETTINGS;
  }
}
