import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Editor } from "./editor.js";
import { artefactsOf, type Edition, VsCode } from "./vs-code.js";

/** What a test plays on: the VS Code of its file. */
export interface Stage {
  readonly code: VsCode;
  readonly editor: Editor;
}

/** Starts one VS Code and one page for all tests of a file. Each test finds the folder as it was at first. */
export function onStage(edition: Edition): () => Stage {
  let stage: Stage | null = null;

  beforeAll(async () => {
    const code = await VsCode.start(edition);
    stage = { code, editor: new Editor(code.page, artefactsOf(edition)) };
  });

  afterEach(async ({ task }) => {
    if (stage === null || stage.code.hasEnded) return;
    const { code, editor } = stage;
    if (task.result?.state === "fail") await editor.picture(`failed-${fileName(task.name)}`);
    await editor.tidy();
    if (!code.folder.hasChanged) return;
    // An open file would be read again at some time in the next test.
    await editor.closeAll();
    code.folder.restore();
  });

  afterAll(async () => {
    if (stage !== null && !stage.code.hasEnded) await stage.code.stop();
  });

  return () => {
    if (stage === null) throw new Error("VS Code has not started");
    return stage;
  };
}

/** The last test of a file: ends VS Code, and looks at what it has done and left. */
export function endsCleanly(stage: () => Stage): void {
  test("nothing has left this machine, and no process stays", async () => {
    const { code } = stage();
    expect([...code.foreignHosts]).toEqual([]);
    expect(await code.stop()).toEqual([]);
  });
}

function fileName(text: string): string {
  return text.replaceAll(/\W+/g, "-").slice(0, 60);
}
