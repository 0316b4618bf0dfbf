import { type BodyIndex, counted, LARGEST_OUTLINED_BODY, MOST_OUTLINED } from "@responses/dsl/editor";
import { type Block, line, words } from "../../presentation/preview-text.js";

/** What suggestions do not draw on, in a few words; null where they draw on all of the examples' bodies. */
export function unreadInBrief({ unread }: BodyIndex): string | null {
  return unread === 0 ? null : `${counted(unread, "body", "bodies")} too long to suggest from`;
}

/** The same in sentences, for whoever looks closer; none where suggestions draw on all. */
export function unreadBlocks({ unread, cut }: BodyIndex): readonly Block[] {
  const most = LARGEST_OUTLINED_BODY.toLocaleString("en-US");
  const { fields, lines } = MOST_OUTLINED;
  const left = [
    ...(unread === 0
      ? []
      : [
          `${counted(unread, "example")} not read for suggestions: bodies of more than ${most} characters, or more than are read together.`,
        ]),
    ...(cut === 0
      ? []
      : [
          `Of ${counted(cut, "body", "bodies")} only the first ${fields} fields or ${lines.toLocaleString("en-US")} lines are suggested.`,
        ]),
  ];
  return left.map((sentence) => line([words(sentence)], 200));
}
