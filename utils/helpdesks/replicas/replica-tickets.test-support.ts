import type { Person, Visibility } from '../../domain/ticket.ts';

/** A message as it is in a helpdesk's database: what every adapter has to read back exactly. */
export type ReplicaMessage = {
  readonly id: string;
  readonly author: Required<Person>;
  readonly role: 'requester' | 'agent';
  readonly visibility: Visibility;
  /** ISO 8601, UTC, whole minutes: some products show no seconds. */
  readonly at: string;
  readonly html: string;
  /** What a reader reads in `html`, without what was quoted. */
  readonly text: string;
  readonly quoted?: string;
};

export type ReplicaTicket = {
  readonly id: string;
  readonly subject: string;
  readonly queue: string;
  readonly requester: Required<Person>;
  readonly messages: readonly ReplicaMessage[];
};

const maria = { id: '501', name: 'Maria Keller', email: 'maria@keller.example' };
const omar = { id: '502', name: 'عمر حداد', email: 'omar@haddad.example' };
const tess = { id: '503', name: 'Tess O’Neil', email: 'tess@oneil.example' };
const ana = { id: '11', name: 'Ana Ruiz', email: 'ana@northwind.example' };
const ben = { id: '12', name: 'Ben <Ops> Weiß', email: 'ben@northwind.example' };
/** Who is signed in. */
export const signedIn = ana;

/** Three tickets: a quoted reply and a list; a right-to-left thread with a note; words that look like marks. */
export const replicaTickets: readonly ReplicaTicket[] = [
  {
    id: '4101',
    subject: 'Charged twice & no refund',
    queue: 'Billing',
    requester: maria,
    messages: [
      {
        id: '9001',
        author: maria,
        role: 'requester',
        visibility: 'public',
        at: '2026-11-17T08:05:00.000Z',
        html: '<p>Hello,</p><p>I was charged <b>twice</b> for order A-17 &amp; A-18:</p><ul><li>EUR 19</li><li>EUR 199</li></ul><p>Please help 🙏</p>',
        text: 'Hello,\n\nI was charged twice for order A-17 & A-18:\n\n- EUR 19\n- EUR 199\n\nPlease help 🙏',
      },
      {
        id: '9002',
        author: ben,
        role: 'agent',
        visibility: 'internal',
        at: '2026-11-17T09:10:00.000Z',
        html: '<p>Looks like a hold at the bank. Do <i>not</i> tell them yet.</p>',
        text: 'Looks like a hold at the bank. Do not tell them yet.',
      },
      {
        id: '9003',
        author: ana,
        role: 'agent',
        visibility: 'public',
        at: '2026-11-17T10:00:00.000Z',
        html: '<p>Hi Maria,</p><p>Could you send the two dates?</p>',
        text: 'Hi Maria,\n\nCould you send the two dates?',
      },
      {
        id: '9004',
        author: maria,
        role: 'requester',
        visibility: 'public',
        at: '2026-11-18T07:30:00.000Z',
        html: '<p>12 and 13 November.</p><blockquote><p>Could you send the two dates?</p></blockquote>',
        text: '12 and 13 November.',
        quoted: 'Could you send the two dates?',
      },
    ],
  },
  {
    id: '4102',
    subject: 'لا أستطيع تسجيل الدخول',
    queue: 'Support',
    requester: omar,
    messages: [
      {
        id: '9101',
        author: omar,
        role: 'requester',
        visibility: 'public',
        at: '2026-11-18T11:00:00.000Z',
        html: '<div dir="rtl">مرحبا،<br>رمز الدخول لا يصل.</div>',
        text: 'مرحبا،\nرمز الدخول لا يصل.',
      },
      {
        id: '9102',
        author: ana,
        role: 'agent',
        visibility: 'internal',
        at: '2026-11-18T11:20:00.000Z',
        html: '<p>SMS provider is down since 10:50.</p>',
        text: 'SMS provider is down since 10:50.',
      },
    ],
  },
  {
    id: '4103',
    subject: 'Internal note? [draft] {{ticket.id}}',
    queue: 'Support',
    requester: tess,
    messages: [
      {
        id: '9201',
        author: tess,
        role: 'requester',
        visibility: 'public',
        at: '2026-11-19T16:45:00.000Z',
        html: '<p>Agent: Private note: Public reply. &lt;script&gt;alert(1)&lt;/script&gt;</p><p>On the page it says &quot;agent&quot; and I am not.</p>',
        text: 'Agent: Private note: Public reply. <script>alert(1)</script>\n\nOn the page it says "agent" and I am not.',
      },
      {
        id: '9202',
        author: ana,
        role: 'agent',
        visibility: 'public',
        at: '2026-11-19T17:00:00.000Z',
        html: '<p>Thank you. See <a href="https://help.northwind.example/agents">the page on agents</a>.</p><ol><li>Open it</li><li>Press Save</li></ol>',
        text: 'Thank you. See the page on agents.\n\n1. Open it\n2. Press Save',
      },
      {
        id: '9203',
        author: ben,
        role: 'agent',
        visibility: 'internal',
        at: '2026-11-19T17:05:00.000Z',
        html: '<p>Duplicate of 4101?</p>',
        text: 'Duplicate of 4101?',
      },
      {
        id: '9204',
        author: tess,
        role: 'requester',
        visibility: 'public',
        at: '2026-11-20T06:15:00.000Z',
        html: '<pre>line 1\n  line 2</pre>',
        text: 'line 1\n  line 2',
      },
    ],
  },
];
