import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part)),
  );
const utf16 = (text: string, isBig: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from(text, (letter) => letter.charCodeAt(0)).flatMap((code) =>
      isBig ? [code >> 8, code & 255] : [code & 255, code >> 8],
    ),
  );

it('UTF-8, UTF-16 with and without its mark, Windows-1252', () => {
  expect(decodeText(bytes([0xef, 0xbb, 0xbf], 'a'))).toBe('a');
  expect(decodeText(new TextEncoder().encode('Kündigung'))).toBe('Kündigung');
  expect(decodeText(utf16('\uFEFFKündigung', false))).toBe('Kündigung');
  expect(decodeText(utf16('\uFEFFKündigung', true))).toBe('Kündigung');
  expect(decodeText(utf16('How to get a refund', false))).toBe('How to get a refund');
  expect(decodeText(utf16('How to get a refund', true))).toBe('How to get a refund');
  expect(decodeText(bytes('10 ', [0x80], ' K', [0xfc], 'ndigung'))).toBe('10 € Kündigung');
});

it('what HTML and XML declare', () => {
  const sjis = [0x8e, 0x91, 0x8b, 0xe0];
  expect(decodeText(bytes('<meta charset="Shift_JIS"><p>', sjis))).toContain('資金');
  expect(decodeText(bytes('<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">', sjis))).toContain('資金');
  expect(decodeText(bytes('<?xml version="1.0" encoding="shift_jis"?><p>', sjis))).toContain('資金');
  expect(decodeText(bytes(sjis), 'shift_jis')).toBe('資金');
});

it('a wrong or unknown declaration does not break what is valid UTF-8, nor the rest', () => {
  expect(decodeText(new TextEncoder().encode('<meta charset="iso-8859-1">Kündigung'))).toContain('Kündigung');
  expect(decodeText(bytes('<meta charset="klingon">K', [0xfc]))).toContain('Kü');
});

it('what is no text is none', () => {
  expect(decodeText(Uint8Array.from([0x89, 0x50, 0, 1, 2, 0]))).toBeUndefined();
  expect(decodeText(Uint8Array.from([1, 0, 2, 0]))).toBeUndefined();
});

it('line ends are made equal, invisible characters go', () => {
  expect(decodeText(bytes('a\r\nb\rc'))).toBe('a\nb\nc');
  expect(decodeText(new TextEncoder().encode('a\u200B\u202E\u{E0041}b'))).toBe('ab');
});
