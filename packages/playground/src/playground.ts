import { isWholeAnswer } from "@responses/dsl/editor";
import { replaceText } from "./editor/editor-view.js";
import { connectLanguageServer } from "./editor/language-client.js";
import {
  addStatement,
  createMappingEditor,
  formatMapping,
  goToLine,
  toggleFindings,
} from "./editor/mapping-editor.js";
import { createResponseEditor, markEvidence } from "./editor/response-editor.js";
import { EXAMPLE_MAPPINGS, INCLUDABLE_FILES } from "./files/example-files.js";
import { readFragment, type SharedPage, writeFragment } from "./link/shared-page.js";
import { elementById } from "./page/element.js";
import { showNotice } from "./page/notice.js";
import { pastedResponse, statusIn } from "./page/pasted-response.js";
import { reportElements } from "./page/report-view.js";
import { startWorker } from "./page/start-worker.js";
import type { Report } from "./verdict/report.js";
import { VerdictClient } from "./verdict/verdict-client.js";

/* The page: its two editors, the verdict that follows them, and the link that holds both. */

/** Milliseconds without an edit before the address follows: browsers refuse to be told of every keystroke. */
const QUIET = 500;

const verdicts = new VerdictClient(startWorker("verdict-worker.js"));
const server = connectLanguageServer(startWorker("language-server.js"), INCLUDABLE_FILES);

const status = elementById("status", HTMLInputElement);
const examples = elementById("examples", HTMLSelectElement);
const findings = elementById("findings", HTMLButtonElement);
const addExample = elementById("add-example", HTMLButtonElement);
const reportPlace = elementById("report", HTMLElement);

let shownReport: Report | null = null;
let isAsking = false;
let isStale = false;
let addressTimer: ReturnType<typeof setTimeout> | undefined;

const begin = await firstPage();
status.value = begin.status;
const mapping = createMappingEditor(elementById("mapping", HTMLElement), begin.mapping, server, {
  onChange: changed,
  onFindings: showFindings,
});
const response = createResponseEditor(elementById("response", HTMLElement), begin.response, changed);

examples.add(new Option("choose a mapping …"));
for (const { title } of EXAMPLE_MAPPINGS) examples.add(new Option(title));
void showVerdict();

/** What the address holds, or the starter file. */
async function firstPage(): Promise<SharedPage> {
  const reading = await readFragment(location.hash);
  if (reading.kind === "page") return reading.page;
  if (reading.kind === "broken") showBrokenLink(reading.reason);
  return pageFor(EXAMPLE_MAPPINGS[0].text);
}

function showBrokenLink(reason: string): void {
  showNotice(`The link cannot be read: ${reason}. Here is a file to start from instead.`, "problem");
}

/** A mapping with the first response that it records. */
async function pageFor(text: string): Promise<SharedPage> {
  const example = await verdicts.firstExample(text);
  return { mapping: text, status: example?.status?.toString() ?? "", response: example?.body ?? "" };
}

function currentPage(): SharedPage {
  return {
    mapping: mapping.state.doc.toString(),
    status: status.value,
    response: response.state.sliceDoc(),
  };
}

function show(page: SharedPage): void {
  replaceText(mapping, page.mapping);
  replaceText(response, page.response);
  status.value = page.status;
  changed();
}

function changed(): void {
  void showVerdict();
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => void keepInAddress(), QUIET);
}

/** Works out the verdict anew; while one is being worked out, only the newest texts wait. */
async function showVerdict(): Promise<void> {
  isStale = true;
  if (isAsking) return;
  isAsking = true;
  while (isStale) {
    isStale = false;
    const page = currentPage();
    const isAnswer = isWholeAnswer(page.response);
    const written = statusIn(page.status);
    status.disabled = isAnswer;
    status.title = isAnswer ? "The answer has its own status." : "";
    status.setAttribute("aria-invalid", String(!isAnswer && written.kind === "no-status"));
    const report = await verdicts.explain(page.mapping, pastedResponse(page.response, written));
    if (report !== null && !isStale) showReport(report);
  }
  isAsking = false;
}

function showReport(report: Report): void {
  shownReport = report;
  addExample.disabled = report.kind !== "verdict";
  reportPlace.replaceChildren();
  for (const element of reportElements(report, (line) => goToLine(mapping, line)))
    reportPlace.append(element);
  markEvidence(response, report.kind === "verdict" ? report.evidence : []);
}

function showFindings(count: number, isListed: boolean): void {
  findings.textContent = count === 0 ? "Findings" : `Findings (${count})`;
  findings.setAttribute("aria-expanded", String(isListed));
}

async function keepInAddress(): Promise<string> {
  clearTimeout(addressTimer);
  const fragment = await writeFragment(currentPage());
  history.replaceState(null, "", fragment);
  return location.href;
}

async function copyLink(): Promise<void> {
  const link = await keepInAddress();
  const length = `${link.length.toLocaleString("en")} characters`;
  try {
    await navigator.clipboard.writeText(link);
    showNotice(`The link is copied (${length}). It holds the mapping and the response.`, "news");
  } catch {
    showNotice(`The link is in the address bar (${length}); the browser does not let it be copied.`, "news");
  }
}

elementById("copy-link", HTMLButtonElement).addEventListener("click", () => void copyLink());
elementById("format", HTMLButtonElement).addEventListener("click", () => formatMapping(mapping));
findings.addEventListener("click", () => toggleFindings(mapping));
addExample.addEventListener("click", () => {
  if (shownReport?.kind === "verdict") addStatement(mapping, shownReport.example);
});
status.addEventListener("input", changed);
examples.addEventListener("change", async () => {
  const chosen = EXAMPLE_MAPPINGS[examples.selectedIndex - 1];
  // It can be chosen again, once it has been edited.
  examples.selectedIndex = 0;
  if (chosen === undefined) return;
  show(await pageFor(chosen.text));
  showNotice("", "news");
});
addEventListener("hashchange", async () => {
  const reading = await readFragment(location.hash);
  if (reading.kind === "page") {
    show(reading.page);
    showNotice("", "news");
  } else if (reading.kind === "broken") {
    show(await pageFor(EXAMPLE_MAPPINGS[0].text));
    showBrokenLink(reading.reason);
  }
});
