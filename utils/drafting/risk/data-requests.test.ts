import { expect, it } from 'vitest';
import { defaultSettings } from '../../domain/settings.ts';
import { toTicket } from '../test-support.ts';
import { findRisks } from './find-risks.ts';

const kindsOf = (text: string): string[] =>
  findRisks(toTicket('My data', ['requester', text]), defaultSettings.escalation).map(({ kind }) => kind);

it.each([
  'I want all my personal data deleted under GDPR.',
  'Please erase everything you have stored about me, I invoke the GDPR.',
  'Bitte löschen Sie alle meine Daten gemäß DSGVO.',
  'Je veux que toutes mes données personnelles soient supprimées.',
  'Quiero que se borren todos mis datos personales.',
  'Voglio che tutti i miei dati personali vengano cancellati.',
  'Quero que todos os meus dados pessoais sejam apagados.',
  'Ik wil dat al mijn persoonsgegevens worden verwijderd.',
])('who wants their data gone is answered by a person: %s', (text) => {
  expect(kindsOf(text)).toContain('privacy');
});

it.each([
  'You will hear from our legal department about the lost files.',
  'Sie hören von unserer Rechtsabteilung.',
  'Vous aurez des nouvelles de notre service juridique.',
])('who brings in their lawyers is answered by a person: %s', (text) => {
  expect(kindsOf(text)).toContain('legal');
});

it.each([
  'How do I delete my data in the export folder?',
  'Can I remove everything from the trash at once?',
  'Our legal department uses your product every day.',
])('a question of how things work is no such thing: %s', (text) => {
  expect(kindsOf(text)).toEqual([]);
});
