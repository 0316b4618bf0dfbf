import { describe, test } from "vitest";
import { DOUBTFUL, RIGHT, STRICT, WRONG } from "./support/acme.js";
import { IS_CAMPAIGN } from "./support/campaign.js";
import { Project } from "./support/project.js";
import { BUNDLERS, watch } from "./tools/bundlers.js";

/*
 * While a bundler watches, whatever a mapping depends on makes it build again: the file, what it includes, and the project file, also
 * those that were not there.
 */

const WATCHED = IS_CAMPAIGN ? BUNDLERS : BUNDLERS.filter(({ name }) => name === "Vite" || name === "webpack");

const shared = (label: string): Readonly<Record<string, string>> => ({
  "src/shared.responses": `error status 5xx as ${label}\n`,
});

describe.for(WATCHED)("$name", { concurrent: true }, (bundler) => {
  test("builds again after every change, and says each time what is wrong", async () => {
    const project = new Project(`${bundler.name}-watched`, { ...bundler.files, ...RIGHT });
    const watched = watch(bundler, project);
    try {
      await watched.untilPrinted("Server error");

      watched.change(shared("Edited"));
      await watched.untilPrinted("Edited");

      watched.change({ "src/shared.responses": null });
      await watched.untilTold('there is no file "shared.responses"');
      watched.change({ "src/main.js": `${RIGHT["src/main.js"]}console.log("main edited");\n` });
      await watched.untilTold('there is no file "shared.responses"');
      watched.change(shared("Recreated"));
      await watched.untilPrinted("Recreated");
      await watched.untilPrinted("main edited");

      watched.change({ "src/acme.responses": RIGHT["src/acme.responses"].replace("shared", "later") });
      await watched.untilTold('there is no file "later.responses"');
      watched.change({ "src/later.responses": "error status 5xx as Later\n" });
      await watched.untilPrinted("Later");

      watched.change({ "src/acme.responses": WRONG });
      await watched.untilTold('write "as" instead of "az"');
      watched.change({ "src/main.js": RIGHT["src/main.js"] });
      await watched.untilTold('write "as" instead of "az"');
      watched.change({ "src/acme.responses": DOUBTFUL, ...shared("Mended") });
      await watched.untilPrinted("Mended");
      await watched.untilTold("[keyword-matches-key]");

      // Below the folder of the mapping, and beside it.
      for (const file of ["responses.config.json", "src/responses.config.json"]) {
        watched.change({ [file]: STRICT });
        await watched.untilTold("[keyword-matches-key]");
        watched.change(shared("Strict"));
        await watched.untilTold("[keyword-matches-key]");
        watched.change({ [file]: null, ...shared(`"Without ${file}"`) });
        await watched.untilPrinted(`Without ${file}`);
      }
    } finally {
      await watched.stop();
    }
  });
});
