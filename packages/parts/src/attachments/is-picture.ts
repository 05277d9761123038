// What every browser draws and none runs: never SVG, which is a document.
const PICTURES = /^image\/(?:avif|bmp|gif|jpeg|png|webp)$/;

/** Whether a file of that media type is shown, and not only offered. */
export const isPicture = (type: string): boolean => PICTURES.test(type);
