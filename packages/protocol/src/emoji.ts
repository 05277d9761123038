/** The longest emoji, in UTF-16 code units: families and flags of regions are put together from many. */
export const MAX_EMOJI = 32;

// Made when it is first asked for, as browsers that know no `v` never ask: what comes down has been checked. An emoji of this set is one
// grapheme, so that no second one, no letter and no sign that is drawn as text passes with it.
let one: RegExp | undefined;

/** Whether a text is one emoji that is recommended for general interchange (UTS #51), and nothing else. */
export const isEmoji = (text: string): boolean => text.length <= MAX_EMOJI && (one ??= new RegExp('^\\p{RGI_Emoji}$', 'v')).test(text);
