import type { CaptureReport, Report, RuleReport, RuleState, TestReport } from "../verdict/report.js";
import { element } from "./element.js";

/** The rules of a report by their state, the one that decides first: of a long mapping it would be far down. */
const STATES: readonly { readonly state: RuleState; readonly heading: string }[] = [
  { state: "decides", heading: "Decided by" },
  { state: "fails", heading: "Tried, and did not hold" },
  { state: "holds-below", heading: "Hold as well, but are further down" },
];

const SIGNS: Readonly<Record<RuleState, string>> = { decides: "✓", fails: "✗", "holds-below": "·" };

/** A report as elements of the page. `goToLine` is called when somebody wants to see a line of the mapping. */
export function reportElements(report: Report, goToLine: (line: number) => void): readonly HTMLElement[] {
  switch (report.kind) {
    case "verdict":
      return [
        verdictLine(report),
        ...(report.outcome === "unmapped" ? [nothingHolds(report.rules)] : []),
        ...captureElements(report.captures),
        ...STATES.flatMap(({ state, heading }) => ruleList(report.rules, state, heading, goToLine)),
      ];
    case "no-mapping": {
      const { line, reason } = report;
      const sentence = element(
        "p",
        "problem",
        `The mapping cannot be run: ${reason}${reason.endsWith("?") ? "" : "."} `,
      );
      if (line !== null) sentence.append(lineButton(line, goToLine));
      return [sentence];
    }
    case "no-response":
      return [
        element(
          "p",
          "problem",
          `What is pasted begins like an answer with headers, but cannot be read as one: ${report.line === null ? "" : `line ${report.line}: `}${report.reason}.`,
        ),
      ];
  }
}

function verdictLine({ outcome, label, status }: Extract<Report, { readonly kind: "verdict" }>): HTMLElement {
  const line = element("p", `given ${outcome}`, element("strong", "", outcome));
  if (label !== null) line.append(" ", element("span", "label", label));
  const which = status === null ? "for a response without a status" : `for status ${status}`;
  line.append(" ", element("span", "where", which));
  return line;
}

function nothingHolds(rules: readonly RuleReport[]): HTMLElement {
  return element("p", "", rules.length === 0 ? "The mapping has no rules." : "No rule holds.");
}

function captureElements(captures: readonly CaptureReport[]): readonly HTMLElement[] {
  if (captures.length === 0) return [];
  const list = element("dl", "captures");
  for (const { name, text } of captures) {
    list.append(element("dt", "", name), element("dd", "", element("code", "", text)));
  }
  return [element("h3", "", "Captured"), list];
}

function ruleList(
  rules: readonly RuleReport[],
  wanted: RuleState,
  heading: string,
  goToLine: (line: number) => void,
): readonly HTMLElement[] {
  const those = rules.filter(({ state }) => state === wanted);
  if (those.length === 0) return [];
  const list = element("ol", "rules");
  for (const rule of those) list.append(ruleItem(rule, goToLine));
  return [element("h3", "", heading), list];
}

function ruleItem(
  { state, text, file, line, tests, nearMiss }: RuleReport,
  goToLine: (line: number) => void,
) {
  const place =
    file === null ? lineButton(line, goToLine) : element("span", "where", `${file}, line ${line}`);
  const mark = element("span", "mark", SIGNS[state]);
  mark.ariaHidden = "true";
  const item = element("li", state, element("div", "rule", mark, element("code", "", text), place));
  const lines = tests.map((test) => testItem(test, tests.length > 1 || !test.holds));
  if (nearMiss !== null) lines.push(element("li", "reason", `nearly: ${nearMiss}`));
  if (lines.length === 0) return item;
  const list = element("ul", "tests");
  for (const line of lines) list.append(line);
  item.append(list);
  return item;
}

/** A rule with a single test that holds needs no name for it. */
function testItem({ text, holds, reason }: TestReport, isNamed: boolean): HTMLElement {
  if (!isNamed) return element("li", "reason", reason);
  const name = [holds ? "holds: " : "fails: ", element("code", "", text), ": "];
  return element("li", "reason", ...name, reason);
}

function lineButton(line: number, goToLine: (line: number) => void): HTMLElement {
  const button = element("button", "line", `line ${line}`);
  button.type = "button";
  button.addEventListener("click", () => goToLine(line));
  return button;
}
