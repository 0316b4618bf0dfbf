import { writeJsonPath, writeString } from "@responses/dsl/editor";
import type { Random } from "../random.js";
import { hostileText } from "./hostile-text.js";

/** A mapping whose texts are all hostile. */
export interface HostileMapping {
  readonly text: string;
  /** Bodies that its rules and examples ask for. */
  readonly bodies: readonly string[];
  /** How many hostile texts stand in it. */
  readonly texts: number;
}

/**
 * A mapping in which hostile texts stand wherever texts can, and examples that fail; with lines that are no statements it is refused.
 *
 * @param groups how many statements of each kind it has
 */
export function hostileMapping(random: Random, groups: number, isRefused: boolean): HostileMapping {
  let texts = 0;
  const next = () => {
    texts += 1;
    return hostileText(random);
  };
  const bodies: string[] = [];
  const statements = Array.from({ length: groups }, (_, index) => {
    const body = next();
    bodies.push(body);
    const raw = body.replaceAll('"""', "");
    return [
      `# ${next().replaceAll(/[\n\r]/g, " ")}`,
      // What is found in a body is shown as it stands there.
      random.chance(0.5)
        ? `reject keyword ${literal(body)} as ${literal(next())}`
        : `reject keyword ${literal(next())} and json ${pathTo(next())} exact ${literal(next())} as ${literal(next())}`,
      `capture ${literal(`c${index}${next()}`)} from between ${literal(next())} and ${literal(next())}`,
      random.chance(0.5)
        ? `example ${literal(next())} 200 ${literal(body)} is success ${literal(next())}`
        : `example 200 """\n${raw}\n""" is error`,
      isRefused ? next() : "",
    ].join("\n");
  });
  const text = `system ${literal(next())}\n${statements.join("\n")}\nsuccess otherwise\n`;
  return { text, bodies, texts };
}

const pathTo = (name: string) => literal(writeJsonPath([{ kind: "name", name }]));
/** A text as a mapping writes it. */
export const literal = (text: string): string => writeString([text]);
