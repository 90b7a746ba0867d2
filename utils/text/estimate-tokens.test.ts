import fc from 'fast-check';
import { expect, it } from 'vitest';
import { estimateTokens, findTokenEnd, findTokenStart } from './estimate-tokens.ts';

/** Counted with real vocabularies: the larger of cl100k_base and o200k_base, and Llama 2's of 32,000 entries. */
const samples: readonly (readonly [what: string, text: string, large: number, small: number])[] = [
  [
    'en',
    'Thank you for getting back to us. You can cancel the subscription at any time under Settings > Billing; the plan then stays active until the end of the period that you have already paid for. Refunds take five to seven working days to reach your account, depending on the bank. If anything is still unclear, please reply to this message and we will have another look at your configuration.',
    78,
    81,
  ],
  [
    'de',
    'Vielen Dank für Ihre Nachricht. Die Rechtsschutzversicherungsgesellschaft und die Donaudampfschifffahrtsgesellschaft haben Ihre Kündigungsbestätigung erhalten. Bitte öffnen Sie die Benutzerkontoeinstellungen und wählen Sie die Zahlungsverkehrsübersicht. Die Rückerstattung dauert fünf bis sieben Werktage. Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung.',
    109,
    108,
  ],
  [
    'fr',
    'Merci pour votre retour. Vous pouvez résilier l’abonnement à tout moment dans les paramètres de facturation ; l’accès reste actif jusqu’à la fin de la période déjà payée. Les remboursements arrivent sous cinq à sept jours ouvrés.',
    61,
    67,
  ],
  [
    'pl',
    'Dziękujemy za wiadomość. Subskrypcję można anulować w dowolnym momencie w ustawieniach płatności; dostęp pozostanie aktywny do końca opłaconego okresu. Zwrot środków trwa od pięciu do siedmiu dni roboczych.',
    80,
    82,
  ],
  [
    'tr',
    'Geri dönüşünüz için teşekkür ederiz. Aboneliğinizi istediğiniz zaman faturalandırma ayarlarından iptal edebilirsiniz; erişiminiz ödenmiş dönemin sonuna kadar etkin kalır. Çekoslovakyalılaştıramadıklarımızdanmışsınızcasına.',
    91,
    114,
  ],
  [
    'vi',
    'Cảm ơn bạn đã phản hồi. Bạn có thể hủy gói đăng ký bất cứ lúc nào trong phần cài đặt thanh toán; quyền truy cập vẫn hoạt động cho đến hết kỳ đã thanh toán.',
    82,
    107,
  ],
  [
    'ru',
    'Спасибо за ваш ответ. Вы можете отменить подписку в любое время в настройках оплаты; доступ сохранится до конца оплаченного периода. Возврат средств занимает от пяти до семи рабочих дней. Превысокомногорассмотрительствующий.',
    90,
    81,
  ],
  [
    'el',
    'Σας ευχαριστούμε για την απάντησή σας. Μπορείτε να ακυρώσετε τη συνδρομή ανά πάσα στιγμή από τις ρυθμίσεις χρέωσης.',
    104,
    113,
  ],
  [
    'ar',
    'شكرًا على رسالتك. يمكنك إلغاء الاشتراك في أي وقت من إعدادات الفوترة؛ ويبقى الوصول فعالًا حتى نهاية الفترة المدفوعة. تستغرق عملية استرداد الأموال من خمسة إلى سبعة أيام عمل.',
    120,
    159,
  ],
  ['he', 'תודה על פנייתך. ניתן לבטל את המינוי בכל עת בהגדרות החיוב; הגישה תישאר פעילה עד סוף התקופה ששולמה.', 95, 99],
  [
    'zh',
    '感谢您的回复。您可以随时在账单设置中取消订阅；在已付费周期结束之前，您仍可继续使用。退款通常需要五到七个工作日。如果还有不清楚的地方，请直接回复此邮件。',
    76,
    114,
  ],
  [
    'ja',
    'ご返信ありがとうございます。サブスクリプションは請求設定からいつでも解約できます。お支払い済みの期間が終わるまでは引き続きご利用いただけます。返金には五日から七日ほどかかります。',
    85,
    105,
  ],
  [
    'ko',
    '답변해 주셔서 감사합니다. 구독은 결제 설정에서 언제든지 취소할 수 있으며, 이미 결제한 기간이 끝날 때까지 이용할 수 있습니다. 환불에는 영업일 기준 5~7일이 걸립니다.',
    86,
    156,
  ],
  [
    'hi',
    'आपके उत्तर के लिए धन्यवाद। आप किसी भी समय बिलिंग सेटिंग में सदस्यता रद्द कर सकते हैं; भुगतान की गई अवधि के अंत तक पहुँच सक्रिय रहती है।',
    137,
    145,
  ],
  ['th', 'ขอบคุณสำหรับการตอบกลับ คุณสามารถยกเลิกการสมัครสมาชิกได้ทุกเมื่อในการตั้งค่าการเรียกเก็บเงิน', 76, 97],
  ['am', 'ስለ መልስዎ እናመሰግናለን። ምዝገባውን በማንኛውም ጊዜ መሰረዝ ይችላሉ።', 111, 123],
  [
    'code',
    'export async function draftReply(ticket: Ticket, deps: DraftReplyDeps): Promise<DraftOutcome> {\n  const found = await deps.knowledge.search(ticket.subject, 8, signal);\n  if (!found?.length) return { kind: \'abstained\', reason: \'no-passage\' };\n  for (let i = 0; i < xs.length; i += 1) { a[i] ??= b[i] ** 2; }\n}\n<div class="a-b"><a href=\'#x\'>&nbsp;</a></div>\n{"a":[1,2,{"b":null}],"c":"\\n\\t"}',
    133,
    166,
  ],
  [
    'log',
    '2026-11-20T09:14:22.123Z ERROR [worker-7] com.acme.billing.InvoiceService$Proxy42: HTTP/1.1 502 Bad Gateway (0x80070005) at 10.0.12.7:8443 trace=4bf92f3577b34da6a3ce929d0e0e4736',
    84,
    119,
  ],
  [
    'digits',
    '4111 1111 1111 1111, +49 (0)30 901820-0, 3.14159265358979323846264338327950288419716939937510 DE89370400440532013000 1,234,567.89 €',
    61,
    128,
  ],
  [
    'hex',
    '0123456789abcdef0123456789abcdef 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 550e8400-e29b-41d4-a716-446655440000',
    73,
    123,
  ],
  [
    'b64',
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
    108,
    126,
  ],
  [
    'upper',
    'PLEASE HELP ME IMMEDIATELY!!! MY ACCOUNT IS BLOCKED AND I CANNOT ACCESS ANYTHING. THIS IS UNACCEPTABLE SERVICE!!!!!!!!',
    30,
    46,
  ],
  ['emoji', '👍🏽👩‍👩‍👧‍👦🎉🙏😭🔥💯 thanks 🇩🇪🇫🇷 ✅ ❌ ⚠️ 🤷🏻‍♀️ 🫠🪿', 74, 99],
  [
    'names',
    "Maria Müller-Lüdenscheidt, Søren Kierkegård, Nguyễn Thị Hồng, Åsa Öberg, Ðorđe Bałcerowicz, Siobhán Ó'Súilleabháin",
    57,
    61,
  ],
  [
    'table',
    '| a | b |\n|---|---|\n| 1 | 2 |\n| x | y |\n\n--------------------------------\n==================\n*****\n',
    27,
    37,
  ],
];

it.each(samples)('counts %s at least as high as real tokenisers, and not wildly higher', (_, text, large, small) => {
  const tokens = estimateTokens(text);
  expect(tokens).toBeGreaterThanOrEqual(Math.floor(large * 0.92));
  expect(tokens).toBeGreaterThanOrEqual(Math.floor(small * 0.86));
  expect(tokens).toBeLessThanOrEqual(small * 2);
});

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

it('never counts joined texts higher than each alone, which packing relies on', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(estimateTokens(`${a}\n\n${b}`)).toBeLessThanOrEqual(estimateTokens(a) + estimateTokens(b) + 2);
    }),
    { numRuns: 2000 },
  );
});

it('cuts a beginning and an ending that fit, never within a character', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 0, max: 120 }), (text, tokens) => {
      const start = text.slice(0, findTokenEnd(text, tokens));
      const end = text.slice(findTokenStart(text, tokens));
      expect(estimateTokens(start)).toBeLessThanOrEqual(tokens);
      expect(estimateTokens(end)).toBeLessThanOrEqual(tokens);
      for (const at of [start.length, text.length - end.length])
        expect(text.slice(at - 1, at + 1)).not.toMatch(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/);
    }),
    { numRuns: 2000 },
  );
});

it('takes a megabyte without a space, of one letter or of marks', () => {
  for (const one of ['a', '-', '漢', ' ', 'Z9', '\u0301'])
    expect(estimateTokens(one.repeat(1_000_000 / one.length))).toBeGreaterThan(1000);
});
