import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_FEATURES } from './fit-triage.ts';
import { judgeIntent } from './judge-intent.ts';
import { parseTriageModel, serialiseTriageModel } from './model-bytes.ts';
import { quantiseRows, type QuantisedRows } from './quantise-rows.ts';
import { fitSmall } from './test-support.ts';
import type { TriageModel } from './triage-model.ts';

let model: TriageModel;
let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  model = await fitSmall();
  bytes = serialiseTriageModel(model);
});

describe('a stored model', () => {
  it('is read back whole, and judges as before', () => {
    const read = parseTriageModel(bytes);
    expect(read).toEqual({ ok: true, value: model });
    if (read.ok) expect(judgeIntent('my money back', read.value)).toEqual(judgeIntent('my money back', model));
  });

  it('stays below a megabyte with as many features and labels as fitting takes, their names as long as they may be', () => {
    const labels = Array.from({ length: 200 }, (_, at) => `${at}`.padEnd(100, '語'));
    const rows = (count: number, bits: 4 | 8): QuantisedRows => quantiseRows(new Float32Array(count * 128).fill(1), 128, bits);
    const largest: TriageModel = {
      ...model,
      labels,
      hashes: Uint32Array.from({ length: MAX_FEATURES }, (_, at) => at),
      information: new Uint8Array(MAX_FEATURES),
      first: rows(MAX_FEATURES, 4),
      second: rows(labels.length, 8),
      secondBias: new Float32Array(labels.length),
    };
    const stored = serialiseTriageModel(largest);
    expect(stored.length).toBeLessThanOrEqual(1_000_000);
    expect(parseTriageModel(stored)).toEqual({ ok: true, value: largest });
  });

  it('is read from the middle of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    expect(parseTriageModel(larger.subarray(3, 3 + bytes.length)).ok).toBe(true);
  });

  it('is refused when any one byte has changed', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = bytes.slice();
        broken[at] = (broken[at] ?? 0) ^ change;
        expect(parseTriageModel(broken)).toMatchObject({ ok: false, error: { kind: 'broken-model' } });
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('is refused when cut off, empty, longer than it should be, or something else', () => {
    const page = new TextEncoder().encode('<!doctype html><title>Not found</title>');
    const longer = new Uint8Array([...bytes, 0]);
    for (const one of [bytes.slice(0, -1), bytes.slice(0, 9), new Uint8Array(), longer, page])
      expect(parseTriageModel(one)).toMatchObject({ ok: false, error: { kind: 'broken-model' } });
  });

  it('of a later format is refused by name', () => {
    const later = replaceInHeader(bytes, '"version":1', '"version":2');
    expect(parseTriageModel(later)).toHaveProperty('error.said', expect.stringContaining('format 2'));
  });

  it('with more promised than there is, is refused and never read past its end', () => {
    const more = replaceInHeader(bytes, '"hidden":16', '"hidden":98');
    expect(parseTriageModel(more)).toHaveProperty('error.said', expect.stringContaining('cut off'));
  });
});

/** Changes the header to something as long, and puts the checksum right. */
function replaceInHeader(from: Uint8Array, what: string, by: string): Uint8Array {
  const changed = from.slice();
  const text = Array.from(changed.subarray(0, 4000), (byte) => String.fromCharCode(byte)).join('');
  changed.set(new TextEncoder().encode(by), text.indexOf(what));
  let sum = 0x811c9dc5;
  for (const byte of changed.subarray(0, -4)) sum = Math.imul(sum ^ byte, 0x01000193);
  new DataView(changed.buffer).setUint32(changed.length - 4, sum >>> 0, true);
  return changed;
}
