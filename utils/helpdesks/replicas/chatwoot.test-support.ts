import { chatwoot } from '../chatwoot.ts';
import { escapeText, toJson, type Replica, type ReplicaAnswer, type ReplicaState } from './replica.test-support.ts';
import { signedIn, type ReplicaMessage } from './replica-tickets.test-support.ts';

/** What js-cookie writes at login (store/utils/api.js): the headers of devise_token_auth. */
const session = {
  'access-token': 'a1',
  'token-type': 'Bearer',
  client: 'c1',
  expiry: '1800000000',
  uid: 'ana@northwind.example',
};

const unescapeText = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Agents' replies as the editor's Markdown serialiser writes them. */
const toMarkdown = (html: string): string =>
  unescapeText(
    html
      .replace(/<ol>(.*?)<\/ol>/g, (_, items: string) =>
        [...items.matchAll(/<li>(.*?)<\/li>/g)].map(([, item], index) => `${index + 1}. ${item}`).join('\n'),
      )
      .replace(/<a href="([^"]*)">(.*?)<\/a>/g, '[$2]($1)')
      .replace(/<\/?b>/g, '**')
      .replace(/<\/?i>/g, '*')
      .replace(/<\/p>/g, '\n\n')
      .replace(/<[^>]+>/g, ''),
  ).trim();

const toSender = ({ author: { id, name, email }, role }: ReplicaMessage) =>
  role === 'agent'
    ? { id: Number(id), name, available_name: name, avatar_url: '', type: 'user', availability_status: 'online', thumbnail: '' }
    : {
        id: Number(id),
        name,
        email,
        identifier: null,
        phone_number: null,
        thumbnail: '',
        custom_attributes: {},
        type: 'contact',
      };

/** models/_message.json.jbuilder; a mail is in `content_attributes` (an e-mail inbox). */
const toMessage = (message: ReplicaMessage, number: number) => ({
  id: Number(message.id),
  content: message.role === 'agent' ? toMarkdown(message.html) : message.text,
  inbox_id: 3,
  conversation_id: number,
  message_type: message.role === 'agent' ? 1 : 0,
  content_type: message.role === 'agent' ? 'text' : 'incoming_email',
  status: 'sent',
  content_attributes:
    message.role === 'agent'
      ? {}
      : { email: { subject: 'x', html_content: { full: message.html, reply: message.html, quoted: '' } } },
  created_at: Date.parse(message.at) / 1000,
  private: message.visibility === 'internal',
  source_id: null,
  sender: toSender(message),
});

/** What happened to the conversation (2) and what Chatwoot sends by itself (3) are in the same list. */
const others = [
  {
    id: 7001,
    content: 'Ana hat sich zugewiesen',
    message_type: 2,
    content_type: 'text',
    status: 'sent',
    content_attributes: {},
    created_at: 1_700_000_000,
    private: false,
  },
  {
    id: 7002,
    content: 'Wir antworten bald',
    message_type: 3,
    content_type: 'text',
    status: 'sent',
    content_attributes: {},
    created_at: 1_700_000_000,
    private: false,
  },
];

function answer({ tickets }: ReplicaState, path: string, headers: Readonly<Record<string, string>>): ReplicaAnswer | undefined {
  const { pathname, searchParams } = new URL(path, 'https://chat.example');
  if (Object.entries(session).some(([name, value]) => headers[name] !== value)) return login;
  if (pathname === '/api/v1/profile')
    return toJson({ ...signedIn, id: Number(signedIn.id), account_id: 1, available_name: signedIn.name });
  if (pathname === '/api/v1/accounts/1/canned_responses')
    return toJson([{ id: 5, account_id: 1, short_code: 'refund', content: 'Hi {{contact.first_name}},\n\nit is **done**.' }]);
  const [, id, list] = /^\/api\/v1\/accounts\/1\/conversations\/(\d+)(\/messages)?$/.exec(pathname) ?? [];
  const ticket = tickets.find((each) => each.id === id);
  if (!ticket) return { ...toJson({ error: 'Resource could not be found' }), status: 404 };
  const { requester } = ticket;
  if (list === undefined)
    return toJson({
      meta: {
        sender: { ...requester, id: Number(requester.id), additional_attributes: {} },
        channel: 'Channel::Email',
        team: { id: 2, name: ticket.queue },
        hmac_verified: false,
      },
      id: Number(id),
      messages: [],
      account_id: 1,
      additional_attributes: { mail_subject: ticket.subject, source: 'email' },
      can_reply: true,
      inbox_id: 3,
      status: 'open',
    });
  const before = Number(searchParams.get('before') ?? Infinity);
  const all = [...others, ...ticket.messages.map((message) => toMessage(message, Number(id)))];
  return toJson({ meta: { labels: [], contact_id: 1 }, payload: all.filter((message) => message.id < before).slice(-20) });
}

const login: ReplicaAnswer = { ...toJson({ errors: ['You need to sign in or sign up before continuing.'] }), status: 401 };

/** components-next/message/Message.vue: agents other than the reader stand on the left, like requesters. */
const renderMessage = (
  message: ReplicaMessage,
): string => `<div id="message${message.id}" class="flex w-full ${message.author.id === signedIn.id ? 'justify-end' : 'justify-start'} mb-4" data-message-id="${message.id}">
<div class="gap-x-3 grid"><div class="text-sm ${message.author.id === signedIn.id ? 'right-bubble' : 'left-bubble'}"><div class="prose prose-bubble">${message.html}</div>
<div class="text-xs">${message.visibility === 'internal' ? '<span class="i-lucide-lock-keyhole size-3"></span>' : ''}<time class="inline">9:05 AM</time></div></div></div></div>`;

/** layouts/vueapp.html.erb; ReplyBox.vue with its class of a note; the editor is ProseMirror (WootWriter/Editor.vue). */
export const chatwootReplica: Replica = {
  adapter: chatwoot,
  host: 'chat.example',
  ticketPath: (id) => `/app/accounts/1/inbox/3/conversations/${id}?messageId=1`,
  toTicketId: (id) => `1-${id}`,
  otherPath: '/app/accounts/1/dashboard',
  pageLacks: ['everything'],
  cookie: `cw_d_session_info=${encodeURIComponent(JSON.stringify(session))}`,
  login,
  answer,
  renderPage({ tickets, open, mode, box }) {
    const ticket = tickets.find(({ id }) => id === open);
    const detail = ticket
      ? `<div class="conversation-details-wrap"><span class="text-sm font-medium">${escapeText(ticket.requester.name)}</span><ul class="conversation-panel">${ticket.messages.map(renderMessage).join('\n')}</ul>
${
  box === 'open'
    ? `<div class="reply-box${mode === 'internal' ? ' is-private' : ''}"><button class="group"><div>Antworten</div><div>Private Notiz</div></button><div class="reply-box__top"><div class="editor-root relative"><div class="ProseMirror-menubar-wrapper"><div class="ProseMirror-menubar"></div>
<div class="ProseMirror ProseMirror-woot-style" contenteditable="true"><p class="empty-node"></p></div></div></div></div></div>`
    : ''
}</div><div class="contact--panel"><textarea placeholder="Notiz"></textarea></div>`
      : '<div class="conversation-empty"></div>';
    return `<html><head><script>window.chatwootConfig = {}</script></head><body class="text-slate-600"><div id="app"><aside><input type="search"></aside>${detail}</div><noscript id="noscript"></noscript></body></html>`;
  },
};
