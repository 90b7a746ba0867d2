import { describe, expect, it } from 'vitest';
import { judgeSentiment } from './judge-sentiment.ts';
import { judgeUrgency } from './judge-urgency.ts';
import { suggestTags } from './suggest-tags.ts';

describe('judgeUrgency', () => {
  it.each([
    ['urgent', 'We need this before our audit tomorrow'],
    ['urgent', 'It is urgent!!! Please answer'],
    ['urgent', 'Our production system is down and nobody can work'],
    ['urgent', 'Ich brauche das bis Freitag, es ist dringend'],
    ['urgent', 'Nuestro sistema se ha caído y nadie puede trabajar'],
    ['urgent', "Notre site est en panne, c'est urgent"],
    ['urgent', 'Preciso disso até amanhã'],
    ['high', 'Please send it by Friday'],
    ['high', 'The shop is down'],
    ['high', 'Bitte antworten Sie umgehend'],
    ['high', 'Lo necesito antes del viernes'],
    ['high', 'Il me faut la facture avant vendredi'],
    ['normal', 'How do I change my address?'],
    ['normal', 'Do you deliver within 24 hours?'],
    ['normal', 'The site was down yesterday but works again'],
    ['normal', 'Wie ändere ich meine Adresse?'],
    ['low', 'No rush, just wondering whether there is a dark mode'],
    ['low', 'Keine Eile, bei Gelegenheit reicht'],
    ['low', 'Sin prisa, cuando puedan'],
    ['low', 'Quand vous aurez le temps'],
    ['low', 'Non è urgente'],
  ])('%s: %s', (urgency, text) => {
    expect(judgeUrgency(text).value).toBe(urgency);
  });

  it.each([
    'This is not urgent',
    "It isn't really urgent",
    'Es ist nicht dringend',
    'No es urgente',
    "Ce n'est pas urgent",
    'Niet dringend',
  ])('is never raised by a negated word: %s', (text) => {
    expect(['low', 'normal']).toContain(judgeUrgency(text).value);
  });

  it('is not lowered by "not urgent" where a deadline of hours stands beside it', () => {
    expect(judgeUrgency('Not urgent for me. Our launch is today, everything is down').value).not.toBe('low');
  });

  it('quotes the sentence that made it so', () => {
    expect(judgeUrgency('Hello. We need it by Friday. Thanks.').quotes).toEqual(['We need it by Friday.']);
  });
});

describe('judgeSentiment', () => {
  it.each([
    ['negative', 'This is ridiculous, the third time I write'],
    ['negative', 'WHERE IS MY MONEY'],
    ['negative', 'Why does nobody answer?!'],
    ['negative', 'Das ist eine Frechheit'],
    ['negative', 'Estoy muy decepcionada'],
    ['negative', "C'est inacceptable"],
    ['negative', 'Dit is onacceptabel'],
    ['negative', 'Great product, but your service is terrible and useless'],
    ['positive', 'That solved it, thank you so much'],
    ['positive', 'Ich bin sehr zufrieden'],
    ['positive', '¡Excelente servicio!'],
    ['positive', 'Je suis ravie'],
    ['neutral', 'How do I export my data? Thanks in advance'],
    ['neutral', "I'd love to know how to export"],
    ['neutral', 'I am happy to provide more information'],
    ['neutral', 'Ich freue mich auf Ihre Antwort'],
    ['neutral', 'Our SAML API returns JSON over HTTPS'],
  ])('%s: %s', (sentiment, text) => {
    expect(judgeSentiment(text).value).toBe(sentiment);
  });

  it.each([
    'I am not happy with this',
    'It does not work great',
    'Ich bin nicht zufrieden',
    'No estoy contenta con el pedido',
    'Je ne suis pas satisfaite',
    'Non sono soddisfatto',
  ])('takes praise that is negated for a complaint: %s', (text) => {
    expect(judgeSentiment(text).value).toBe('negative');
  });

  it.each(['No complaints here', 'I am not angry', 'Ich bin nicht verärgert', 'No estoy enfadada'])(
    'takes a complaint that is negated for none: %s',
    (text) => {
      expect(judgeSentiment(text).value).toBe('neutral');
    },
  );

  it('does not carry a negation over the end of its clause', () => {
    expect(judgeSentiment('I did not get it, great').value).toBe('positive');
    expect(judgeSentiment('It is not late, terrible service').value).toBe('negative');
  });
});

describe('suggestTags', () => {
  it.each([
    ['refund', 'Ich möchte mein Geld zurück'],
    ['billing', 'La factura de marzo'],
    ['delivery', 'Mon colis'],
    ['login', 'I forgot my password'],
    ['privacy', 'Auskunft nach DSGVO'],
  ])('%s: %s', (tag, text) => {
    expect(suggestTags(text, undefined).map((one) => one.tag)).toContain(tag);
  });

  it('makes a tag of any label, and offers none twice', () => {
    expect(suggestTags('refund', 'Get_Refund?').map(({ tag }) => tag)).toEqual(['get-refund', 'refund']);
    expect(suggestTags('refund', 'Refund').map(({ tag }) => tag)).toEqual(['refund']);
    expect(suggestTags('', '!!!')).toEqual([]);
  });
});
