import type { JsonPath } from "../../model/json-path.js";
import type { JsonSegment } from "../../runtime/json-field.js";
import {
  type Alignment,
  AT_END,
  before,
  COST,
  cheapest,
  LONGEST,
  type NearPath,
  namesIn,
  nearerOf,
  nearPathOf,
  renaming,
} from "./path-alignment.js";

/**
 * A JSON path with as few changes as possible so that it leads where another does: names as that has them, arrays on the way
 * asked for or not, one name more or less. Null where that is too much. What it leads to keeps its name, or is what was
 * taken for an object. A name with a sign in it that others write between steps (`$['a.b']`) may be meant for several.
 */
export function nearJsonPath(written: JsonPath, actual: JsonPath): NearPath<JsonPath> | null {
  const near = nearWithout(written, actual, 0);
  const parted = written.flatMap(namesOf);
  return parted.length === written.length ? near : nearerOf(near, nearWithout(parted, actual, COST.signs));
}

function namesOf(step: JsonSegment): JsonPath {
  return step.kind === "name" ? namesIn(step.name).map((name) => ({ kind: "name", name })) : [step];
}

/** `cost` is that of what was changed already. */
function nearWithout(written: JsonPath, actual: JsonPath, cost: number): NearPath<JsonPath> | null {
  if (written.length > LONGEST || actual.length > LONGEST || !endsAlike(written, actual)) return null;
  return nearPathOf(align(written, actual), cost, (steps) => steps);
}

function endsAlike(written: JsonPath, actual: JsonPath): boolean {
  const [asked, last] = [lastName(written), lastName(actual)];
  if (asked === null || last === null) return asked === last;
  if (renaming(asked, last) !== null) return true;
  return written.at(-1)?.kind === "name" && lastName(written.slice(0, -1)) === last;
}

function lastName(path: JsonPath): string | null {
  const last = path.findLast((segment) => segment.kind === "name");
  return last?.kind === "name" ? last.name : null;
}

type Way = Alignment<JsonSegment>;

/** The cheapest way, worked out from the ends of both paths. */
function align(written: JsonPath, actual: JsonPath): Way | null {
  let behind: readonly (Way | null)[] = [];
  for (let own = written.length; own >= 0; own--) {
    const row: (Way | null)[] = [];
    for (let other = actual.length; other >= 0; other--) {
      const step = written[own];
      const there = actual[other];
      const ways = [
        step === undefined || there === undefined ? null : matched(step, there, behind[other + 1]),
        there === undefined
          ? null
          : before({ ...without(there, other === 0), steps: [there] }, row[other + 1]),
        step === undefined ? null : before(without(step, own === 0), behind[other]),
      ];
      row[other] = step === undefined && there === undefined ? AT_END : cheapest(ways);
    }
    behind = row;
  }
  return behind[0] ?? null;
}

function matched(step: JsonSegment, there: JsonSegment, rest: Way | null | undefined): Way | null {
  if (step.kind !== "name") {
    // Who asks for one element by its number means that.
    return there.kind === "name" ? null : before({ ...AT_END, steps: [step] }, rest);
  }
  const renamed = there.kind === "name" ? renaming(step.name, there.name) : null;
  return renamed === null ? null : before({ ...renamed, steps: [there] }, rest);
}

/** Systems give one answer as it is and several in a list: then both paths can be right. */
function without({ kind }: JsonSegment, isFirst: boolean): Way {
  return kind === "name"
    ? { cost: COST.name, change: "step", steps: [] }
    : { cost: COST.array, change: isFirst ? "step" : "array", steps: [] };
}
