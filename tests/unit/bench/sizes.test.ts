import { expect, it } from 'vitest';
import { filesOf } from '../../../scripts/bench/sizes.ts';

it('finds everything that a built page loads at once, each file once', () => {
  const page = `<!DOCTYPE html><html><head>
    <script type="module" crossorigin src="/chunks/popup-1.js"></script>
    <link rel="modulepreload" crossorigin href="/chunks/react-2.js">
    <link rel="modulepreload" crossorigin href="/chunks/popup-1.js">
    <link rel="stylesheet" crossorigin href="/assets/popup-3.css">
    <link rel="icon" href="/icons/16.png"></head></html>`;
  expect(filesOf(page)).toEqual(['chunks/popup-1.js', 'chunks/react-2.js', 'assets/popup-3.css']);
});
