import type { Message } from "vscode-languageserver";

/** Stands for a message that is no JSON: whoever reads it answers with the protocol's error for that. */
export const UNREADABLE: Message = { jsonrpc: "unreadable" };

const UTF_8 = new TextDecoder();

/** Reads the content of messages. One that is no JSON is passed on as `UNREADABLE`, where the library's reader would leave it out. */
export const messageDecoder = {
  name: "application/json",
  async decode(content: Uint8Array): Promise<Message> {
    try {
      return JSON.parse(UTF_8.decode(content));
    } catch {
      return UNREADABLE;
    }
  },
};
