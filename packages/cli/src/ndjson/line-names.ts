/** What the members of a line are called that hold a response: of several names a line's first counts that it has. */
export interface LineNames {
  readonly status: readonly string[];
  readonly body: readonly string[];
}

export const USUAL_NAMES: LineNames = { status: ["status"], body: ["body"] };

/** Whether they are those that many lines are read by at once. */
export function areUsual({ status, body }: LineNames): boolean {
  return areSame(status, USUAL_NAMES.status) && areSame(body, USUAL_NAMES.body);
}

function areSame(names: readonly string[], usual: readonly string[]): boolean {
  return names.length === usual.length && names.every((name, index) => name === usual[index]);
}
