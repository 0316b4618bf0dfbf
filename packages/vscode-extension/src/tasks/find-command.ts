import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";

/** What a command's file can end in, where the system goes by endings. */
const ENDINGS = process.platform === "win32" ? [".cmd", ".exe", ".bat"] : [""];

/**
 * Where a command is: as it is called if it is a path, else in one of the folders of the path. Null where there is none.
 * The open folder is not looked at: nothing in it is run without being asked for by its own name.
 */
export async function findCommand(command: string, path = process.env.PATH ?? ""): Promise<string | null> {
  const candidates = isAbsolute(command)
    ? [command]
    : path
        .split(delimiter)
        .filter((folder) => isAbsolute(folder))
        .flatMap((folder) => ENDINGS.map((ending) => join(folder, command + ending)));
  for (const candidate of candidates) if (await isExecutable(candidate)) return candidate;
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
