import { isBaselineName, PROJECT_FILE } from "@responses/dsl/editor";
import { URI, Utils } from "vscode-uri";

/**
 * How files are called in the sentences of findings: by the path from the workspace's folder, as the command line calls
 * them when it runs there. Files outside of it have their full path, or their URI where they are on no disk. The name
 * is also the path by which a mapping's files are told apart, so no two URIs have the same.
 */
export class FileNames {
  readonly #folders: readonly URI[];
  readonly #names = new Map<string, string>();
  readonly #uris = new Map<string, string>();
  /** Where includes lead, by the name of the file and the path as it is written there. */
  readonly #leads = new Map<string, Map<string, string>>();

  constructor(folders: readonly string[]) {
    this.#folders = folders.map((folder) => URI.parse(folder));
  }

  /** The name of a file, given its normalised URI. */
  nameOf(uri: string): string {
    const known = this.#names.get(uri);
    if (known !== undefined) return known;
    const wanted = this.#shortName(URI.parse(uri));
    const name = this.#uris.has(wanted) ? uri : wanted;
    this.#names.set(uri, name);
    this.#uris.set(name, uri);
    return name;
  }

  /** The URI of a file that was given a name. */
  uriOf(name: string): string {
    return this.#uris.get(name) ?? name;
  }

  /** Whether a file was given that name. */
  knows(name: string): boolean {
    return this.#uris.has(name);
  }

  /** The name of the file that an include of the file `from` leads to. Every mapping that has the file asks for it. */
  resolve(from: string, include: string): string {
    const leads = this.#leads.get(from) ?? new Map<string, string>();
    const known = leads.get(include);
    if (known !== undefined) return known;
    const name = this.#resolveAnew(from, include);
    this.#leads.set(from, leads.set(include, name));
    return name;
  }

  #resolveAnew(from: string, include: string): string {
    const uri = URI.parse(this.uriOf(from));
    // Half a character, as while something is pasted, has no form in a URI.
    const path = include.replace(/\p{Surrogate}/gu, "\ufffd");
    // A buffer that was never saved lies in no folder, and so leads to no file; two slashes would begin the name of a machine.
    if (!uri.path.startsWith("/"))
      return this.nameOf(uri.with({ path: path.replace(/^\/+/, "") }).toString());
    return this.nameOf(Utils.resolvePath(Utils.dirname(uri), path).toString());
  }

  #shortName(uri: URI): string {
    for (const folder of this.#folders) {
      const path = pathBelow(folder, uri);
      if (path !== null) return this.#folders.length === 1 ? path : `${Utils.basename(folder)}/${path}`;
    }
    return uri.scheme === "file" ? uri.fsPath : uri.toString(true);
  }
}

/** The path from a folder down to a file; null for a file that is not below it. */
export function pathBelow(folder: URI, file: URI): string | null {
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return null;
  const start = folder.path.endsWith("/") ? folder.path : `${folder.path}/`;
  return file.path.startsWith(start) ? file.path.slice(start.length) : null;
}

/** One spelling for all that clients write for the same file: `file:///c%3A/x` and `file:///C:/x`, say. */
export function normalisedUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** Whether a URI is that of a project file or a baseline: of a file that is no mapping and says how findings are shown. */
export function isSettingsFile(uri: string): boolean {
  return uri.endsWith(`/${PROJECT_FILE}`) || isBaselineName(uri);
}

/** What a mapping file is called in its folder, without the ending of all such files. */
export function stemOf(uri: URI): string {
  return Utils.basename(uri).replace(/\.responses$/, "");
}

/** Whether a text is a URI of which a file can have its name. */
export function isUri(text: string): boolean {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return false;
  try {
    // To read one can throw, and to write it, as with half a character; what is written is read again.
    normalisedUri(normalisedUri(text));
    return true;
  } catch {
    return false;
  }
}
