import type { GivenResponse, ResponseExplanation } from "@responses/lsp";

/** More of a response is not shown; it is explained all the same. */
const LONGEST_SHOWN = 20_000;

/** What is shown of a verdict: the mapping's name, what it says of the response and why, and the response. */
export function verdictPage(
  mapping: string,
  given: GivenResponse,
  explanation: ResponseExplanation | null,
): string {
  return [
    `What ${mapping} says of this response`,
    "",
    ...explanationLines(explanation).map((line) => (line === "" ? "" : `  ${line}`)),
    "",
    ...responseLines(given, explanation),
    "",
  ].join("\n");
}

function explanationLines(explanation: ResponseExplanation | null): readonly string[] {
  switch (explanation?.kind) {
    case undefined:
      return ["The mapping file cannot be read."];
    case "verdict":
      return explanation.lines;
    case "no-mapping":
      return [sentence(explanation.reason)];
    case "no-response":
      return [
        sentence(
          explanation.line === null ? explanation.reason : `line ${explanation.line}: ${explanation.reason}`,
        ),
      ];
  }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function responseLines(given: GivenResponse, explanation: ResponseExplanation | null): readonly string[] {
  if ("http" in given) return ["The response, as curl printed it:", "", shortened(given.http)];
  if ("body" in given) return partsLines(given.status, given.body, "");
  const decoded = explanation?.kind === "verdict" ? explanation.decoded : null;
  if (decoded === null) return ["The response is in a file."];
  const charset = decoded.charset === "utf-8" ? "" : `, in ${decoded.charset}`;
  return partsLines(decoded.status, decoded.body, charset);
}

function partsLines(status: number | null, body: string, charset: string): readonly string[] {
  const withStatus = status === null ? "without a status" : `with status ${status}`;
  if (body === "") return [`The response, ${withStatus}, has an empty body.`];
  return [`The response, ${withStatus}${charset}:`, "", shortened(body)];
}

function shortened(text: string): string {
  if (text.length <= LONGEST_SHOWN) return text;
  return `${text.slice(0, LONGEST_SHOWN)}\n… (${text.length - LONGEST_SHOWN} characters more)`;
}
