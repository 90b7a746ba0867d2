import { expect, it } from 'vitest';
import { fillTemplate, findUnknownPlaceholders } from './fill-template.ts';

const maria = { name: 'Maria', agent: 'Ana Ruiz' };
const nobody = { name: '', agent: '' };

it.each([
  ['Hello {name},', 'Hello Maria,', 'Hello,'],
  ['Hola, {name}:', 'Hola, Maria:', 'Hola:'],
  ['{name}, good day', 'Maria, good day', 'good day'],
  ['Best, {agent}', 'Best, Ana Ruiz', 'Best'],
  ['{agent}\nNorthwind Support', 'Ana Ruiz\nNorthwind Support', 'Northwind Support'],
  ['{agent}', 'Ana Ruiz', ''],
  ['--\nNorthwind', '--\nNorthwind', '--\nNorthwind'],
])('%j leaves no gap for a name that is unknown', (template, known, unknown) => {
  expect(fillTemplate(template, maria)).toBe(known);
  expect(fillTemplate(template, nobody)).toBe(unknown);
});

it('a name is text: braces, dollar signs and marks in it mean nothing', () => {
  expect(fillTemplate('Hi {name},', { name: '{agent} $& $1', agent: 'Ana' })).toBe('Hi {agent} $& $1,');
});

it('no mark of a template reads as a citation', () => {
  expect(fillTemplate('Hi {name} [1] [^2] [1, 2],', maria)).not.toMatch(/\[/);
});

it('names what means nothing to us', () => {
  expect(findUnknownPlaceholders('Hi {name} {firstname}, {Agent}')).toEqual(['{firstname}', '{Agent}']);
});
