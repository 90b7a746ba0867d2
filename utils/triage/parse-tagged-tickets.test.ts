import { describe, expect, it } from 'vitest';
import { parseTaggedTickets } from './parse-tagged-tickets.ts';

const said = (text: string, kind: 'csv' | 'jsonl'): unknown => {
  const parsed = parseTaggedTickets(text, kind);
  return parsed.ok ? parsed.value : parsed.error.said;
};

describe('parseTaggedTickets', () => {
  it('reads a table with the names that helpdesks use, in any order and case, quotes and semicolons included', () => {
    expect(said('\uFEFFid;Intent;Message\n1;refund;"Where is ""my"" money;\nreally?"\n2;login;Locked out\n', 'csv')).toEqual([
      { text: 'Where is "my" money;\nreally?', label: 'refund' },
      { text: 'Locked out', label: 'login' },
    ]);
  });

  it('reads one object a line, whatever else it holds', () => {
    expect(said('{"text":"Where is it?","intent":"delivery","n":[1]}\n\n{"text":"x","label":7}\n', 'jsonl')).toEqual([
      { text: 'Where is it?', label: 'delivery' },
      { text: 'x', label: '7' },
    ]);
  });

  it('leaves out tickets that nobody has labelled', () => {
    expect(said('text,label\na,x\nb,\n', 'csv')).toEqual([{ text: 'a', label: 'x' }]);
  });

  it.each([
    ['csv', 'text,label\na,x\n"b,y\n', 'Row 3: a quotation mark is not closed'],
    ['csv', 'question,label\na,x\n', 'Row 2 has no “text”; it has “question”, “label”. Name the text “text”.'],
    ['csv', 'text,colour\na,x\n', 'Row 2 has no “label”'],
    ['csv', 'text,label\na,x\n ,y\n', 'Row 3 has a label but no text'],
    ['csv', 'text,label\na,\n', 'No ticket in this file has a label'],
    ['csv', '', 'There are no tickets in this file'],
    ['jsonl', '{"text":"a","label":"x"}\n{"text":\n', 'Line 2 is not a JSON object'],
    ['jsonl', '["a","x"]\n', 'Line 1 is not a JSON object'],
    ['jsonl', '{"text":{"a":1},"label":"x"}\n', 'Line 1 has no “text”'],
  ] as const)('refuses %s %j and says where and what to do', (kind, text, start) => {
    expect(said(text, kind)).toEqual(expect.stringContaining(start));
  });
});
