/** Whether everything is tried in every tool, which takes minutes: `npm run campaign -- bundlers`. */
export const IS_CAMPAIGN = process.env.RESPONSES_CAMPAIGN === "true";
