export const FILE_COLUMNS = `id, workspace, side, uploader, name, size, alt, state, why, type, width, height, thumbnail, upload,
  leased_until as "leasedUntil", conversation`;
