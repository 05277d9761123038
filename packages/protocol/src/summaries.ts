/** How a conversation feels to its customer. */
export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

/** Whether a summary was written by a model, or picked from the conversation. */
export const MAKERS = ['model', 'extract'] as const;
