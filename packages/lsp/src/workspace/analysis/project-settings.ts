import {
  type BaselineEntry,
  NO_CONFIG,
  PROJECT_FILE,
  type ProjectConfig,
  readBaseline,
  readProjectConfig,
} from "@responses/dsl/editor";
import { URI, Utils } from "vscode-uri";
import { pathBelow } from "../files/file-names.js";

/** What the nearest project file above a mapping file says about it. */
export interface ProjectSettings {
  readonly config: ProjectConfig;
  /** Whether the project leaves the file out. */
  readonly isIgnored: boolean;
  /** What the project's baseline lists of the file. */
  readonly baselined: readonly BaselineEntry[];
}

const NO_SETTINGS: ProjectSettings = { config: NO_CONFIG, isIgnored: false, baselined: [] };

/**
 * The settings for a file: those of the nearest project file in its folder or above, and what the baseline that it names lists.
 * `contentOf` gives the text of such a file, or null where there is none. One that cannot be used says nothing, so that all that is
 * found is shown; its own diagnostics say why.
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
      const isIgnored = config.ignores(pathBelow(folder, file) ?? "");
      return { config, isIgnored, baselined: await baselinedOf(file, folder, config, contentOf) };
    }
    if (folder.path === "/" || folder.path === "") return NO_SETTINGS;
  }
}

async function baselinedOf(
  file: URI,
  projectFolder: URI,
  { baseline }: ProjectConfig,
  contentOf: (uri: string) => Promise<string | null>,
): Promise<readonly BaselineEntry[]> {
  if (baseline === null) return [];
  const place = Utils.resolvePath(projectFolder, baseline);
  const text = await contentOf(place.toString());
  const result = text === null ? null : readBaseline(text);
  if (result === null || result.kind === "fault") return [];
  return result.baseline.entriesOf(wayTo(file, Utils.dirname(place)));
}

/** The way from a folder to a file, with `..` where it leads out of the folder. */
function wayTo(file: URI, folder: URI): string {
  const below = pathBelow(folder, file);
  return below ?? `../${wayTo(file, Utils.dirname(folder))}`;
}
