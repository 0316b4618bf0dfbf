import type { RuntimeName } from "./runtime-text.generated.js";

/** A class of characters that a module asks about: a function of its own over a table of its own. */
export type CharacterClass = "isWordCharacter" | "isCurrencySign";

/**
 * The one way in which generated code names what it does not declare itself. It writes down what was named, and so what a
 * module has to carry.
 */
export class RuntimeCalls {
  readonly #named = new Set<RuntimeName>();
  readonly #classes = new Set<CharacterClass>();

  /** What was named so far. */
  get named(): ReadonlySet<RuntimeName> {
    return this.#named;
  }

  get classes(): ReadonlySet<CharacterClass> {
    return this.#classes;
  }

  /** A call of the runtime's function with arguments that are code. */
  call(name: RuntimeName, ...written: readonly string[]): string {
    return `${this.reference(name)}(${written.join(", ")})`;
  }

  /** Something of the runtime as a value. */
  reference(name: RuntimeName): string {
    this.#named.add(name);
    return name;
  }

  /** The function that tells whether a code point is of the class, as an argument. */
  characterClass(name: CharacterClass): string {
    this.#classes.add(name);
    return name;
  }
}
