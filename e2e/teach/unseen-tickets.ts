/** Tickets of two systems that Deskside has never seen: `kind` says who wrote and who reads. */
export type UnseenMessage = {
  readonly kind: 'requester' | 'agent' | 'note';
  readonly author: string;
  readonly at: string;
  readonly lines: readonly string[];
};
export type UnseenTicket = { readonly id: string; readonly subject: string; readonly messages: readonly UnseenMessage[] };

const say = (kind: UnseenMessage['kind'], author: string, at: string, ...lines: readonly string[]): UnseenMessage => ({
  kind,
  author,
  at: `2026-11-${at}:00.000Z`,
  lines,
});

/** The one that is taught from, and the one that has to be read exactly. */
export const unseenTickets: readonly [UnseenTicket, UnseenTicket] = [
  {
    id: '311',
    subject: 'Export stops at half',
    messages: [
      say('requester', 'Petra Keller', '16T09:12', 'Our export stops at half.', 'It worked last week.'),
      say('agent', 'Ana Ruiz', '16T10:05', 'Which project is it?'),
      say('note', 'Ana Ruiz', '16T10:06', 'Probably the large one.'),
      say('requester', 'Petra Keller', '17T08:00', 'The one called Atlas.'),
    ],
  },
  {
    id: '4802',
    subject: 'Password link has expired',
    messages: [
      say('requester', 'Jon Lindqvist', '11T07:40', 'Hello,', 'I can not sign in.'),
      say('agent', 'Mia Okafor', '11T08:00', 'Which address do you sign in with?'),
      say('note', 'Ana Ruiz', '11T08:10', 'He changed companies.', 'Check who he is.'),
      say('agent', 'Ana Ruiz', '12T09:00', 'Please try it again now.'),
      say(
        'requester',
        'Jon Lindqvist',
        '13T06:30',
        'The link to reset my password says that it has expired. How long is a reset link valid?',
      ),
    ],
  },
];
