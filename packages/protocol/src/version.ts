/** The version of the language in this build. Raised with every change that an older peer would misread. */
export const VERSION = 1;

/** The oldest client that this build still understands; older ones are closed with `too-old`. */
export const OLDEST_VERSION = 1;
