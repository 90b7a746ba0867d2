import { expect, it } from 'vitest';
import { showInvisible } from './show-invisible.ts';

it.each([
  ['zero\u200bwidth', 'zero⟨U+200B⟩width'],
  ['\u202egnirts', '⟨U+202E⟩gnirts'],
  ['\u2066isolated\u2069', '⟨U+2066⟩isolated⟨U+2069⟩'],
  ['\u{e0041}tag', '⟨U+E0041⟩tag'],
  ['bell\u0007', 'bell⟨U+0007⟩'],
  ['\u3164filler', '⟨U+3164⟩filler'],
])('%j is shown as %s', (text, shown) => {
  expect(showInvisible(text)).toBe(shown);
});

it.each(['Zwei\nZeilen\tund mehr', 'Ver\u00adsand', '👩\u200d💻', 'می\u200cخواهم', '日本語', 'é ü ß'])(
  '%j stays as it is',
  (text) => {
    expect(showInvisible(text)).toBe(text);
  },
);
