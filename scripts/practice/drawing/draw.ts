import { writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { SCENES } from './scenes.ts';

/** `node scripts/practice/drawing/draw.ts`: draws `assets/practice/pictures/*.jpg` again. Needs Chromium (`CHROME_PATH`). */
const FOLDER = new URL('../../../assets/practice/pictures/', import.meta.url);
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium' });
const page = await browser.newPage({ viewport: { width: 600, height: 600 } });
for (const [name, svg] of Object.entries(SCENES)) {
  await page.setContent(`<style>body{margin:0}</style>${svg}`);
  const jpeg = await page.screenshot({ type: 'jpeg', quality: 62 });
  writeFileSync(new URL(`${name}.jpg`, FOLDER), jpeg);
  console.log(`${name}.jpg ${Math.round(jpeg.length / 1024)} KB`);
}
await browser.close();
