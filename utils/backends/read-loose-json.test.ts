import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLooseJson } from './read-loose-json.ts';

it.each<[string, string, object | undefined]>([
  ['strict JSON', '{"a":1,"b":[true,null],"c":{"d":"x"}}', { a: 1, b: [true, null], c: { d: 'x' } }],
  ['a code fence', 'Sure:\n```json\n{"a":1}\n```\nAnything else?', { a: 1 }],
  ['words in braces in front', 'Use {curly} braces: {"a":1}', { a: 1 }],
  ['trailing commas', '{"a":[1,2,],"b":2,}', { a: [1, 2], b: 2 }],
  ['missing commas', '{"a":1 "b":2\n"c":[1 2]}', { a: 1, b: 2, c: [1, 2] }],
  ['single quotes', "{'a':'it is','b':'don't stop'}", { a: 'it is', b: "don't stop" }],
  ['curly quotes', '{“a”: “x”}', { a: 'x' }],
  ['quotes inside', '{"a":"he said "hi" to me","b":1}', { a: 'he said "hi" to me', b: 1 }],
  ['names without quotes', '{a: 1, bC: "x"}', { a: 1, bC: 'x' }],
  ["Python's words", '{"a":True,"b":False,"c":None}', { a: true, b: false, c: null }],
  ['words without quotes', '{"a": refund, "b": 2}', { a: 'refund', b: 2 }],
  ['comments', '{// first\n"a":1,/* second */"b":"http://x.example"}', { a: 1, b: 'http://x.example' }],
  ['line breaks in strings', '{"a":"one\ntwo"}', { a: 'one\ntwo' }],
  ['escapes', '{"a":"x\\n\\u00e9\\"",}', { a: 'x\né"' }],
  ['an end that is missing', '{"a":1,"b":{"c":[1,2', { a: 1, b: { c: [1, 2] } }],
  ['a string that was cut off', '{"a":1,"b":"half of i', { a: 1 }],
  ['a field without a value', '{"a":1,"b":', { a: 1 }],
  ['no object', 'No JSON here.', undefined],
  ['a list', '[1,2]', undefined],
  ['an empty object among words', 'none: {}', undefined],
])('reads %s', (_, text, value) => {
  expect(readLooseJson(text)).toEqual(value);
});

it('changes nothing in the prototype of what it makes', () => {
  const read = readLooseJson('{"__proto__": {"isAdmin": true}, "a": 1,}');
  expect(Reflect.get(read ?? {}, 'isAdmin')).toBeUndefined();
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
});

it('reads back any object, also with a comma too many and words around', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
        fc.jsonValue(),
        { minKeys: 1 },
      ),
      (value) => {
        const text = JSON.stringify(value);
        const whole = JSON.parse(text) as unknown;
        expect(readLooseJson(text)).toEqual(whole);
      },
    ),
    { numRuns: 500 },
  );
});

it('ends on any text, deep or broken', () => {
  expect(readLooseJson('{"a":'.repeat(5000))).toEqual(expect.anything());
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('{', '}', '[', ']', '"', "'", ':', ',', 'a', '\\', '1', ' ', '/*', '//', '\n')),
      (letters) => {
        const read = readLooseJson(letters.join(''));
        expect(read === undefined || typeof read === 'object').toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});
