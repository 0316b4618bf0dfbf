import { NO_CONFIG, PROJECT_FILE, type ProjectConfig, readProjectConfig } from "@responses/dsl/editor";
import { URI, Utils } from "vscode-uri";
import { pathBelow } from "../files/file-names.js";

/** What the nearest project file above a mapping file says about it. */
export interface ProjectSettings {
  readonly config: ProjectConfig;
  /** Whether the project leaves the file out. */
  readonly isIgnored: boolean;
}

const NO_SETTINGS: ProjectSettings = { config: NO_CONFIG, isIgnored: false };

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
      const { config } = result;
      return { config, isIgnored: config.ignores(pathBelow(folder, file) ?? "") };
    }
    if (folder.path === "/" || folder.path === "") return NO_SETTINGS;
  }
}
