import { expect, it } from 'vitest';
import { detectAddress } from './detect-address.ts';

it.each([
  ['de', 'Hallo, kannst du mir helfen?', 'familiar'],
  ['de', 'Könnt ihr mir sagen, wo das steht?', 'familiar'],
  ['de', 'Guten Tag, könnten Sie mir helfen?', 'formal'],
  ['de', 'Die Rechnungen fehlen. Sie sind weg.', undefined],
  ['de', 'Du hast geschrieben, dass Sie es prüfen.', undefined],
  ['de', 'Ich brauche die Rechnung.', undefined],
  ['es', '¿Puedes ayudarme con tu panel?', 'familiar'],
  ['es', '¿Podrían ustedes enviarme la factura?', 'formal'],
  ['es', 'No puedo entrar.', undefined],
  ['fr', 'Tu peux me dire où est la facture ?', 'familiar'],
  ['fr', 'Pourriez-vous m’aider avec votre outil ?', 'formal'],
  ['fr', 'Le bouton change de ton.', undefined],
  ['it', 'Puoi aiutarmi?', 'familiar'],
  ['it', 'Potrebbe aiutarmi?', 'formal'],
  ['nl', 'Kun je mij helpen?', 'familiar'],
  ['nl', 'Kunt u mij helpen?', 'formal'],
  ['en', 'Hey team, it is broken', 'familiar'],
  ['en', 'Dear Sir or Madam, it is broken', 'formal'],
  ['en', 'It is broken, hi', undefined],
  ['sv', 'Hej, kan du hjälpa mig?', undefined],
])('in %s, %j is %s', (language, text, sign) => expect(detectAddress(text, language)).toBe(sign));
