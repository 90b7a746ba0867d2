import { writeFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';

/** Puts PNG pictures side by side into one file. */
export async function joinPictures(context: BrowserContext, pictures: readonly Buffer[], path: string): Promise<void> {
  const page = await context.newPage();
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`).join('');
  await page.setContent(
    `<style>body{margin:0;display:inline-flex;align-items:start;background:#d9d6cf;gap:2px}</style>${images}`,
  );
  await writeFile(path, await page.locator('body').screenshot());
  await page.close();
}
