/** A landscape of that size, to be shown where a photograph would be. */
export async function landscape(width: number, height: number, hue = 262): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context) {
    const sky = context.createLinearGradient(0, 0, 0, height);
    sky.addColorStop(0, `oklch(0.75 0.1 ${hue})`);
    sky.addColorStop(1, `oklch(0.95 0.04 ${hue + 90})`);
    context.fillStyle = sky;
    context.fillRect(0, 0, width, height);
    for (const [depth, lightness] of [0.5, 0.4, 0.3].entries()) {
      context.fillStyle = `oklch(${lightness} 0.06 ${hue - 60})`;
      context.beginPath();
      context.moveTo(0, height);
      for (let x = 0; x <= width; x += 4)
        context.lineTo(x, height * (0.55 + depth * 0.13 + 0.06 * Math.sin((x / width) * 9 * (depth + 1) + depth * 2)));
      context.lineTo(width, height);
      context.fill();
    }
  }
  return new File([await canvas.convertToBlob()], `landscape-${width}x${height}.png`, { type: 'image/png' });
}
