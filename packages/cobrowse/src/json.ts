/** As it was when this was loaded: a page may put its own in its place. */
export const { stringify } = JSON;
