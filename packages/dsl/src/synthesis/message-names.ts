/** Names of members and elements in which systems tell people something, the most usual first. */
export const MESSAGE_NAMES = ["message", "reason", "note"] as const;
