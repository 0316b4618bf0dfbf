import type { Rule, Verdict } from "@responses/dsl";
import type { Phrase } from "@responses/dsl/editor";
import { type Content, type Html, html, joined } from "./html.js";
import type { MappingFacts } from "./mapping-facts.js";

/** A sentence in which what comes out of a file is set apart. */
export function sentence(phrases: readonly Phrase[]): Content {
  return phrases.map(({ text, isWritten }) => (isWritten ? html`<bdi class="written">${text}</bdi>` : text));
}

/** The same with a capital at its beginning. */
export function sentenceBeginning(phrases: readonly Phrase[]): Content {
  const [first, ...rest] = phrases;
  if (first === undefined || first.isWritten) return sentence(phrases);
  return sentence([{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest]);
}

export function outcomeMark(outcome: Verdict["outcome"]): Html {
  return html`<span class="outcome ${outcome}">${outcome}</span>`;
}

/** An outcome and its label. */
export function verdictInMarks({ outcome, label }: Pick<Verdict, "outcome" | "label">): Content {
  return label === null
    ? outcomeMark(outcome)
    : html`${outcomeMark(outcome)} <bdi class="label">${label}</bdi>`;
}

export function ruleLink(rule: Rule, facts: MappingFacts): Html {
  const number = facts.numberOf(rule);
  return html`<a href="#rule-${number}">rule ${number}</a>`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listedContents(items: readonly Content[]): Content {
  const last = items.at(-1) ?? null;
  return items.length < 2 ? last : [joined(items.slice(0, -1), ", "), " and ", last];
}

/** What somebody wrote above a statement: paragraphs, and as it is what is lined up with blanks, such as a table. */
export function note(documentation: string): Content {
  if (documentation === "") return null;
  const paragraphs = documentation
    .split(/\n[ \t]*\n/)
    .map((paragraph) =>
      /^[ \t]{2,}|\S[ \t]{3,}\S/m.test(paragraph)
        ? html`<pre>${paragraph}</pre>`
        : html`<p>${linesOf(paragraph)}</p>`,
    );
  return html`<div class="note">${paragraphs}</div>`;
}

/** The lines as one text; an address ends a line, since no full stop can stand behind it. */
function linesOf(paragraph: string): Content {
  const lines = paragraph.split("\n");
  return lines.map((line, index) => {
    if (index === lines.length - 1) return line;
    return /\S:\/\/\S+\s*$/.test(line) ? [line, html`<br>`] : `${line} `;
  });
}

/** A section of the page, with what leads to it from the top. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Content;
}

export function sectionOf({ id, title, content }: Section): Html {
  return html`
<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>`;
}
