import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** The error of a command for whose work the client did not do its part: the client's own error would look like one of the server. */
export function notDone(what: string): (error: unknown) => never {
  return (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ResponseError(LSPErrorCodes.RequestFailed, `the editor did not ${what}: ${reason}`);
  };
}
