import { passageSchema, type RankedPassage } from '../../../utils/domain/passage.ts';
import { ticketSchema, type Ticket } from '../../../utils/domain/ticket.ts';
import { understandTicket } from '../../../utils/drafting/understand-ticket.ts';

/** A ticket to show a voice on, with what its reply may quote. */
export type PreviewTicket = {
  readonly ticket: Ticket;
  /** What the requester asks; never empty. */
  readonly questions: readonly string[];
  /** BCP 47 language of the reply. */
  readonly language: string;
  readonly passages: readonly RankedPassage[];
};

export type PreviewSample = PreviewTicket & { readonly id: string; readonly label: string };

type Told = {
  readonly label: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly article: string;
  readonly answer: string;
};

/** One case, told in three languages: what holds is the same, so that only the voice differs. */
const told: readonly Told[] = [
  {
    label: 'Deutsch',
    language: 'de',
    subject: 'Abgelaufene Karte',
    text: 'Guten Tag,\n\nunsere Karte ist gestern abgelaufen. Wie hinterlege ich eine neue Karte? Wird die Rechnung dann noch einmal abgebucht?\n\nViele Grüße\nMaria Keller',
    article: 'Karte ändern',
    answer:
      'Eine abgelaufene Karte kann jederzeit durch eine neue Karte ersetzt werden. Um eine neue Karte zu hinterlegen, öffnen Sie Einstellungen, dann Abrechnung, und wählen Sie Karte ersetzen. Bestätigen Sie die neue Karte mit Speichern.\n\nEine offene Rechnung wird innerhalb von 24 Stunden noch einmal von der neuen Karte abgebucht.',
  },
  {
    label: 'English',
    language: 'en',
    subject: 'Expired card',
    text: 'Hello,\n\nour card expired yesterday. How do I add a new card? Will the invoice be charged again?\n\nRegards\nMaria Keller',
    article: 'Changing the card',
    answer:
      'An expired card can be replaced by a new card at any time. To add a new card, open Settings, then Billing, and choose Replace card. Confirm the new card with Save.\n\nAn open invoice is charged again to the new card within 24 hours.',
  },
  {
    label: 'Español',
    language: 'es',
    subject: 'Tarjeta caducada',
    text: 'Buenos días:\n\nnuestra tarjeta caducó ayer. ¿Cómo añado una tarjeta nueva? ¿Se cobrará otra vez la factura?\n\nUn saludo\nMaria Keller',
    article: 'Cambiar la tarjeta',
    answer:
      'Una tarjeta caducada se puede sustituir por una tarjeta nueva en cualquier momento. Para añadir una tarjeta nueva, abra Ajustes, luego Facturación, y elija Sustituir tarjeta. Confirme la tarjeta nueva con Guardar.\n\nLa factura pendiente se cobra otra vez en la tarjeta nueva en un plazo de 24 horas.',
  },
];

const at = '2026-01-05T09:00:00Z';
const maria = { id: 'maria', name: 'Maria Keller' };
const ana = { id: 'ana', name: 'Ana Ruiz' };

/** Tickets for a team that has none open, one in each language that the preview offers. */
export const previewSamples: readonly PreviewSample[] = told.map(({ label, language, subject, text, article, answer }) => {
  const ticket = ticketSchema.parse({
    host: 'sample.invalid',
    helpdesk: 'demo',
    id: `sample-${language}`,
    url: 'https://sample.invalid/',
    subject,
    requester: maria,
    agent: ana,
    messages: [{ id: '1', author: maria, role: 'requester', visibility: 'public', at, text }],
  });
  const passage = passageSchema.parse({
    id: `sample-${language}`,
    articleId: 'sample',
    sourceId: 'sample',
    title: article,
    headings: [],
    text: answer,
    locale: language,
    audience: 'public',
    fetchedAt: at,
    position: 0,
  });
  const understood = understandTicket(ticket);
  return {
    id: language,
    label,
    ticket,
    language,
    questions: understood.kind === 'asks' ? understood.questions : [subject],
    passages: [{ passage, score: 1, coverage: 1, matchedTerms: 4, terms: 4 }],
  };
});
