import type { HelpdeskSeed } from './helpdesk-seed.ts';

type SeedTicket = HelpdeskSeed['tickets'][number];
type SeedMessage = SeedTicket['messages'][number];

const MESSAGES = 200;
const regions = ['Porto', 'Lisbon', 'Braga', 'Coimbra', 'Faro', 'Évora', 'Aveiro', 'Leiria', 'Setúbal', 'Viseu'];
const regionOf = (turn: number): string => `${regions[turn % regions.length] ?? ''} ${Math.floor(turn / regions.length) + 1}`;

/** What is said in one step of moving a shop's items over: report, question back, answer, note. */
function textOf(index: number): Pick<SeedMessage, 'author' | 'text' | 'visibility'> {
  const shop = regionOf(Math.floor(index / 4));
  const items = 120 + ((index * 37) % 480);
  switch (index % 4) {
    case 0:
      return {
        author: 'ines.costa',
        visibility: 'public',
        text: `Hi,\n\nthe shop ${shop} is next. Its list has ${items} items. Can we start?\n\nInês`,
      };
    case 1:
      return {
        author: 'agent2',
        visibility: 'public',
        text: `Hi Inês,\n\nyes, please start with ${shop}. Tell me when it is through.\n\nTom`,
      };
    case 2:
      return { author: 'ines.costa', visibility: 'public', text: `${shop} is through, all ${items} items are there.\n\nInês` };
    default:
      return { author: 'agent2', visibility: 'internal', text: `Internal: ${shop} checked, ${items} items, no duplicates.` };
  }
}

const lastQuestion: SeedMessage = {
  author: 'ines.costa',
  at: '-1h15m',
  visibility: 'public',
  text: 'Hi Ana,\n\nthat was the last shop. One question before we switch on the nightly sync: how many items can one bulk request have, and does it count as one request for the rate limit?\n\nThank you for your patience with all of this,\nInês',
  quoted: '',
  attachments: [],
};

/** A conversation of 200 messages over six weeks: what a long-running ticket looks like. */
export const longConversation: { requester: HelpdeskSeed['people'][number]; ticket: SeedTicket } = {
  requester: { id: 'ines.costa', name: 'Inês Costa', email: 'ines.costa@atlasbikes.example', organization: 'Atlas Bikes' },
  ticket: {
    id: '1055',
    ref: 'long-conversation',
    subject: 'Moving 50 shops to Northwind, one by one',
    queue: 'Technical',
    status: 'open',
    requester: 'ines.costa',
    messages: [
      ...Array.from({ length: MESSAGES - 1 }, (_, index): SeedMessage => {
        const hours = (MESSAGES - index) * 5;
        return { ...textOf(index), at: `-${Math.floor(hours / 24)}d${hours % 24}h`, quoted: '', attachments: [] };
      }),
      lastQuestion,
    ],
  },
};
