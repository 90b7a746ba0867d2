import { expect, it } from 'vitest';
import { toConcepts } from './concepts.ts';
import { detectLanguage } from './language.ts';
import { splitSentences } from './sentences.ts';
import { toTerms } from './terms.ts';

it.each([
  ['en', 'Hello, how long is a password reset link valid?'],
  ['en', 'Fix this.\n\nYour webhooks stopped arriving on Tuesday night.'],
  ['de', 'Hallo, wie lange ist der Link gültig?'],
  ['de', 'Ich möchte den Vertrag kündigen und bitte um Erstattung des gezahlten Betrags.'],
  ['es', 'Hola: no puedo entrar en mi cuenta. ¿Cuánto tiempo es válido el enlace?'],
  ['fr', 'Bonjour, je ne trouve pas la facture du mois de novembre.'],
  ['pt', 'Olá, não consigo entrar na minha conta, obrigado.'],
  ['it', 'Buongiorno, non riesco ad accedere al mio account, grazie.'],
  ['nl', 'Hallo, ik kan niet inloggen op mijn account, graag hulp.'],
  ['ja', 'SSOでログインできません（グループの同期後）'],
])('tells %s from a short ticket: %s', (language, text) => {
  expect(detectLanguage(text).language).toBe(language);
});

it('is not sure of two words', () => {
  expect(detectLanguage('Invoice NW-1').sure).toBe(false);
});

it.each([
  ['It is 3.5 GB. Then stop.', ['It is 3.5 GB.', 'Then stop.']],
  ['Use e.g. Chrome. It works.', ['Use e.g. Chrome.', 'It works.']],
  ['Am 4. November z. B. geht es. Danke!', ['Am 4. November z. B. geht es.', 'Danke!']],
  ['Open Settings > Billing. Press Save.', ['Open Settings > Billing.', 'Press Save.']],
  ['1. Open it.\n2. Close it.', ['Open it.', 'Close it.']],
  ['Limits: Free 60\n- Team 600', ['Limits: Free 60', 'Team 600']],
  ['¿Cuánto tiempo? ¡Gracias!', ['¿Cuánto tiempo?', '¡Gracias!']],
  ['See https://a.example/b?c=1.d for more.', ['See https://a.example/b?c=1.d for more.']],
])('cuts %j into sentences', (text, expected) => {
  expect(splitSentences(text).map((sentence) => sentence.text)).toEqual(expected);
});

it('gives offsets that lead back to the sentence', () => {
  const text = '  1. First one. Second one!\n\n - third\nlast';
  for (const { text: sentence, start, end } of splitSentences(text)) expect(text.slice(start, end)).toBe(sentence);
});

it('drops function words, stems and keeps numbers', () => {
  expect(toTerms('How are the invoices of 2026 paid?', 'en')).toEqual(['invoic', '2026', 'paid']);
  expect(toTerms('Die Rechnungen für Kündigungen', 'de')).toEqual(['rechnung', 'kundig']);
});

it('the same question in four languages shares its concepts', () => {
  const concepts = [
    'How long is the password link valid?',
    'Wie lange ist der Passwort-Link gültig?',
    '¿Cuánto tiempo es válido el enlace de contraseña?',
    'Combien de temps le lien de mot de passe est-il valable ?',
  ].map((text) => new Set(toConcepts(text)));
  const [english, ...others] = concepts;
  for (const other of others)
    expect([...(english ?? [])].filter((concept) => other.has(concept)).length).toBeGreaterThanOrEqual(4);
});
