import type { Example } from "@responses/dsl";
import {
  type BodyField,
  bodyKindOf,
  fieldsOfBody,
  foldText,
  isHttpStatus,
  type Subject,
  subjectOf,
  writeName,
  writeString,
} from "@responses/dsl/editor";

/** Rules for the example's verdict on what its response says, the most telling first. */
export function ruleCandidates({ model }: Example): readonly string[] {
  const { verdict, status } = model;
  if (verdict.outcome === "unmapped") return [];
  const { outcome, label } = verdict;
  const subject = subjectOf(model);
  const write = (test: string, ownLabel: string | null) =>
    `${outcome} ${test}${ownLabel === null ? "" : ` as ${writeName(ownLabel)}`}`;
  const labelFor = (text: string) => label ?? (outcome !== "success" && isReason(text) ? text : null);
  const fields = tellingFields(subject, label).map(({ written, text }) =>
    write(`${written} exact ${writeString([text])}`, labelFor(text)),
  );
  const body = subject.body.trim();
  const isShort = body !== "" && body.length <= LONGEST_EXACT && !body.includes("\ufffd");
  const exact =
    isShort && bodyKindOf(body) === "text" ? [write(`exact ${writeString([body])}`, labelFor(body))] : [];
  // A status that says "received" decides nothing.
  const byStatus =
    status !== null && status !== 200 && isHttpStatus(status) ? [write(`status ${status}`, label)] : [];
  return outcome === "error" ? [...byStatus, ...fields, ...exact] : [...fields, ...exact, ...byStatus];
}

const LONGEST_EXACT = 200;

/** Whether a text can stand in a report as a reason: words, and nothing of this one response. */
function isReason(text: string): boolean {
  return (
    text.length <= 60 &&
    /[A-Za-z\u00c0-\uffff]{2}/.test(text) &&
    !/\d{3}/.test(text) &&
    !/^(?:true|false|null)$/i.test(text)
  );
}

/** The fields by how much their texts tell about the verdict; those that only name this one response are left out. */
function tellingFields(subject: Subject, label: string | null): readonly BodyField[] {
  const weighed = fieldsOfBody(subject).map((field) => ({ field, weight: weightOf(field, label) }));
  return weighed
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ field }) => field);
}

/** Names under which systems say how it went. */
const TELLING_NAMES =
  /reason|error|fault|message|msg|status|state|result|response|outcome|verdict|code|descr|success|accept|valid|reject|denied|detail/i;

/** What differs from response to response: numbers, dates, addresses, keys. */
const PASSING = /\d{4}|:\/\/|@|^[0-9a-f-]{16,}$/i;

function weightOf({ name, text }: BodyField, label: string | null): number {
  if (text === "" || text.trim() !== text || text.length > LONGEST_EXACT || text.includes("\ufffd")) return 0;
  if (text === "null" || text === "[]") return 0;
  let weight = name !== null && TELLING_NAMES.test(name) ? 4 : 1;
  if (PASSING.test(text)) weight -= 3;
  if (/^-?[\d.]+$/.test(text)) weight -= 1;
  if (text.length > 60) weight -= 1;
  if (label === null) return weight;
  const folded = foldText(text);
  const wanted = foldText(label);
  if (folded === wanted) weight += 8;
  else if (folded.includes(wanted) || (text.length > 3 && wanted.includes(folded))) weight += 4;
  return weight;
}
