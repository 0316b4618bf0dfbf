/** What nearly all editors show of an item of completion: what explains it is asked for when it is looked at. */
export const COMPLETION_ITEM = {
  snippetSupport: true,
  documentationFormat: ["markdown"],
  resolveSupport: { properties: ["documentation", "detail"] },
};

/** And of a hover. */
export const HOVER = { contentFormat: ["markdown"] };
