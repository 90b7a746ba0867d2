/** One situation in which a reply is inserted. */
export type Case = {
  readonly name: string;
  /** What the editor starts with. */
  readonly paragraphs: readonly string[];
  /** Typed with real keys into the first paragraph. */
  readonly typed?: string;
  /** The typed line is then selected with real keys. */
  readonly selects?: boolean;
  /** The page is without focus during the insert, as beside a side panel that was just clicked. */
  readonly away?: boolean;
  readonly reply: string;
  /** Items and links that an editor with formatting has to show. */
  readonly items?: number;
  readonly links?: number;
};

const REPLY = 'Hello & <b>welcome</b>,\nplease try it again.\n\nKind regards';
const TYPED = 'Typed by the agent.';
const LONG = Array.from(
  { length: 60 },
  (_, index) =>
    `Paragraph ${index + 1}: ${'the reset link is valid for one hour & can be used once, "only" by you; '.repeat(2)}end ${index + 1}.`,
).join('\n\n');

export const cases: readonly Case[] = [
  { name: 'empty', paragraphs: [''], reply: REPLY },
  { name: 'typed before', paragraphs: [''], typed: TYPED, reply: REPLY },
  { name: 'selection', paragraphs: [''], typed: TYPED, selects: true, reply: REPLY },
  { name: 'without focus', paragraphs: ['', '--', 'Ana Ruiz'], typed: TYPED, selects: true, away: true, reply: REPLY },
  { name: 'signature', paragraphs: ['', '--', 'Ana Ruiz', 'Northwind Cloud'], reply: REPLY },
  { name: '10 kB', paragraphs: [''], reply: LONG },
  { name: 'emoji', paragraphs: [''], reply: 'Hi 👋🏽 Maria 👨‍👩‍👧,\n\ndone ✅ in 🇩🇪 and ☺️.' },
  { name: 'right-to-left', paragraphs: [''], reply: 'שלום מריה,\n\nהקישור תקף לשעה (60 דקות).\n\nمع تحياتي، Ana' },
  {
    name: 'list and link',
    paragraphs: [''],
    reply:
      'Please do this:\n\n1. Open https://desk.example/reset?a=1&b=2.\n2. Choose  "Billing".\n\n- one\n- two\n\nOr write to mailto:help@desk.example, please.',
    items: 4,
    links: 2,
  },
];

/** Lines as they are compared: no blank ones, list marks away, the blanks of HTML as spaces. */
export function toComparable(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) =>
      line
        .replaceAll('\u00a0', ' ')
        .replaceAll(/[\u200b\ufeff]/g, '')
        .trim()
        .replace(/^(?:\d+\.|-) +/, ''),
    )
    .filter((line) => line !== '');
}

/** What the model has to hold after the insert: typed text above, what stood below below. */
export function expectedLines({ typed = '', reply, paragraphs }: Case): readonly string[] {
  return toComparable([typed, ...reply.split('\n'), ...paragraphs]);
}
