/** As they were when this was loaded: a page may put its own in their place. */
export const { parse, stringify } = JSON;
