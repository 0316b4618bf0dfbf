import type { ActionEditAbilities } from "../../features/code-actions/action-edit.js";
import type { ClientProfile } from "./client-profile.js";

/** What a client understands of edits. */
export function editAbilities({ capabilities: { workspace } }: ClientProfile): ActionEditAbilities {
  const edit = workspace?.workspaceEdit;
  const versions = edit?.documentChanges === true;
  return {
    versions,
    snippets: versions && edit?.snippetEditSupport === true,
    newFiles: versions && edit?.resourceOperations?.includes("create") === true,
  };
}

/** Whether a client makes edits that the server asks for. */
export function appliesEdits({ capabilities: { workspace } }: ClientProfile): boolean {
  return workspace?.applyEdit === true;
}
