import { elementById } from "./element.js";

/** Tells something at the top of the page until the next notice; an empty text takes the notice away. */
export function showNotice(text: string, kind: "news" | "problem"): void {
  const notice = elementById("notice", HTMLElement);
  notice.textContent = text;
  notice.className = kind;
  notice.hidden = text === "";
}
