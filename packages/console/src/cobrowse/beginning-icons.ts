// From Lucide (ISC licence, https://lucide.dev/license): what a console shows before it has any of co-browse.
export const cobrowseIcon =
  'M12.5 17H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5M22 15.7l-6.3-2.6a.5.5 0 0 0-.65.65L17.7 20a.5.5 0 0 0 .94-.03l.85-2.5 2.5-.85a.5.5 0 0 0 .01-.92zM8 21h4';
export const plusIcon = 'M5 12h14M12 5v14';
