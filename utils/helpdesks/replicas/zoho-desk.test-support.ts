import { zohoDesk } from '../zoho-desk.ts';
import { escapeText, toJson, type Replica, type ReplicaAnswer, type ReplicaState } from './replica.test-support.ts';
import type { ReplicaMessage, ReplicaTicket } from './replica-tickets.test-support.ts';

const isComment = ({ visibility }: ReplicaMessage): boolean => visibility === 'internal';
const toAuthor = ({ author, role }: ReplicaMessage) => ({
  id: author.id,
  name: author.name,
  email: author.email,
  type: role === 'agent' ? 'AGENT' : 'END_USER',
  photoURL: null,
});

/** Threads in a list have only a `summary`; newest first (a userscript's notes, measured in September 2026). */
const toThread = (message: ReplicaMessage) => ({
  id: message.id,
  direction: message.role === 'agent' ? 'out' : 'in',
  channel: 'EMAIL',
  status: 'SUCCESS',
  visibility: 'public',
  isForward: false,
  isDescriptionThread: false,
  summary: message.text.slice(0, 20),
  createdTime: message.at,
  author: toAuthor(message),
});
const toComment = (message: ReplicaMessage) => ({
  id: message.id,
  isPublic: false,
  commentedTime: message.at,
  commenterType: 'AGENT',
  commenter: toAuthor(message),
  content: message.html,
  contentType: 'html',
  attachments: [],
});

const toTicket = ({ id, subject, requester, queue, messages }: ReplicaTicket) => {
  const [firstName = '', ...rest] = requester.name.split(' ');
  return {
    id,
    ticketNumber: '415',
    subject,
    description: null,
    contactId: requester.id,
    contact: { id: requester.id, firstName, lastName: rest.join(' '), email: requester.email },
    department: { id: '5', name: queue },
    threadCount: String(messages.filter((message) => !isComment(message)).length),
    commentCount: String(messages.filter(isComment).length),
    status: 'Open',
  };
};

/** desk.zoho.com/DeskAPIDocument, at the address that the page itself asks; without the organisation's id it refuses with 422 (measured by others). */
function answer({ tickets }: ReplicaState, path: string): ReplicaAnswer | undefined {
  const { pathname, searchParams } = new URL(path, 'https://desk.zoho.eu');
  const at = pathname.split('/supportapi/zd/northwind/api/v1')[1];
  if (at === '/organizations')
    return toJson({
      data: [
        { id: '7', companyName: 'Other', portalName: 'other', isDefault: true },
        { id: '20078', companyName: 'Northwind', portalName: 'northwind', isDefault: false },
      ],
    });
  if (searchParams.get('orgId') !== '20078') return { ...toJson({ errorCode: 'UNPROCESSABLE_ENTITY' }), status: 422 };
  const [, id, list, thread] = /^\/tickets\/(\d+)(?:\/(threads|comments)(?:\/(\d+))?)?$/.exec(at ?? '') ?? [];
  const ticket = tickets.find((each) => each.id === id);
  if (!ticket) return { ...toJson({ errorCode: 'URL_NOT_FOUND' }), status: 404 };
  if (list === undefined) return toJson(toTicket(ticket));
  if (thread !== undefined) {
    const message = ticket.messages.find((each) => each.id === thread && !isComment(each));
    return message && toJson({ ...toThread(message), content: message.html, contentType: 'text/html', attachments: [] });
  }
  const all = ticket.messages.toReversed();
  return toJson({
    data: list === 'threads' ? all.filter((each) => !isComment(each)).map(toThread) : all.filter(isComment).map(toComment),
  });
}

/** Panes bear `subTab_ID` and stay mounted; texts are `threadContent` and `content` (tests of an extension); the editor is ZEditor (`iframe.ze_area`). */
const renderPane = (
  ticket: ReplicaTicket,
  { open, box }: ReplicaState,
): string => `<div class="zd_v2-ticketdetailview-container" data-id="subTab_${ticket.id}"${ticket.id === open ? '' : ' hidden'}>
<span class="zd_v2-ticketsubject-ticketIdText">415</span><span data-id="caseSubjectText">${escapeText(ticket.subject)}</span><div data-id="ConversationList">
${ticket.messages.map((message) => `<div class="zd_v2-conversationlistcommon-contentWrapper" data-id="${isComment(message) ? 'content' : 'threadContent'}">${message.html}</div>`).join('\n')}</div>
${box === 'open' ? `<div class="zd_v2-editor"><input type="text" role="combobox"><iframe class="ze_area" srcdoc="${escapeText('<html><body contenteditable="true"><div><br></div></body></html>')}"></iframe><button>Senden</button></div>` : ''}</div>`;

/** What is public of its page tells no times, no sides and no audience. */
export const zohoDeskReplica: Replica = {
  adapter: zohoDesk,
  host: 'desk.zoho.eu',
  ticketPath: (id) => `/agent/northwind/billing/tickets/details/${id}`,
  otherPath: '/agent/northwind/billing/tickets/list/all-cases',
  pageLacks: ['everything', 'audience'],
  login: { status: 401, ...toJson({ errorCode: 'UNAUTHORIZED', message: 'You are not authenticated' }) },
  answer,
  renderPage: (state) => `<html><body><div data-id="AppContainer"><input data-id="searchInput" type="text">
${state.tickets
  .filter(({ id }) => state.mounted.includes(id))
  .map((ticket) => renderPane(ticket, state))
  .join('\n')}<aside><textarea name="note"></textarea></aside></div></body></html>`,
};
