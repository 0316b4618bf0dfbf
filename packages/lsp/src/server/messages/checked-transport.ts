import { type Message, type MessageReader, MessageType, type MessageWriter } from "vscode-languageserver";
import { MessageChecks } from "./message-checks.js";

/** How a client is heard and answered. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/**
 * The same, with every message checked before anybody handles it: requests that may not be get their error here, what may not be
 * otherwise is passed over, with a line in the client's log.
 */
export function checkedTransport({ reader, writer }: Transport): Transport {
  const checks = new MessageChecks();
  // A client that does not read any more needs no answer; the writer tells of that by itself.
  const send = (message: object): void => void writer.write({ jsonrpc: "2.0", ...message }).catch(() => {});
  const receive = (message: unknown, handle: (message: Message) => void): void => {
    const verdict = checks.received(message);
    switch (verdict.kind) {
      case "handled":
        handle(verdict.message);
        return;
      case "refused":
        send({ id: verdict.id, error: { code: verdict.code, message: verdict.reason } });
        return;
      case "ignored":
        if (verdict.reason === null || !checks.isRunning) return;
        send({
          method: "window/logMessage",
          params: { type: MessageType.Warning, message: `a message was passed over: ${verdict.reason}` },
        });
    }
  };
  return {
    reader: {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen: (handle) => reader.listen((message) => receive(message, handle)),
      dispose: () => reader.dispose(),
    },
    writer: {
      onError: writer.onError,
      onClose: writer.onClose,
      write: (message) => writer.write(checks.answered(message)),
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    },
  };
}
