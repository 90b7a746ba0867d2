import { intercom } from '../intercom.ts';
import { escapeText, toJson, type Replica, type ReplicaAnswer, type ReplicaState } from './replica.test-support.ts';
import { signedIn, type ReplicaMessage, type ReplicaTicket } from './replica-tickets.test-support.ts';

/** Class names of 2026; rows carry no mark of who wrote them and no machine-readable time (two extensions). The composer's two modes have the same marks as far as public code tells. */
function renderConversation(ticket: ReplicaTicket, { box }: ReplicaState): string {
  return `<div data-intercom-target="conversation-space"><div data-inbox-conversation-header-title>${escapeText(ticket.subject)}</div>
<div data-testid="conversation-stream-scroll-container" data-conversation-stream>${ticket.messages
    .map(
      ({ author, html }) =>
        `<div class="flex group/content-part" data-intercom-target="conversation-stream-content-part"><span>${escapeText(author.name)}</span> <span>3d</span><div class="intercom-interblocks-html interblocks-html">${html}</div></div>`,
    )
    .join('\n')}</div>
<div class="inbox2__composer__container" data-conversation-reply-composer><button>Notiz</button>${
    box === 'open'
      ? '<div class="embercom-prosemirror-composer"><div class="ProseMirror embercom-prosemirror-composer-editor" contenteditable="true" role="textbox"><p class="intercom-interblocks-align-left embercom-prosemirror-composer-block-selected"><br></p></div></div>'
      : ''
  }</div></div><aside><p class="inbox2__attribute__label">Team</p><textarea placeholder="Fin fragen" hidden></textarea></aside>`;
}

/** Blocks as the composer and mail write them: paragraphs and nested lists, or one block of HTML. */
function toBlocks(html: string): readonly object[] {
  const parts = [...html.matchAll(/<p>(.*?)<\/p>|<(u|o)l>(.*?)<\/[uo]l>/gs)];
  if (parts.map(([whole]) => whole).join('') !== html) return [{ type: 'html', content: html }];
  return parts.map(([, text, kind, items = '']) =>
    kind === undefined
      ? { type: 'paragraph', text }
      : {
          type: kind === 'u' ? 'unorderedNestedList' : 'orderedNestedList',
          items: [...items.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => ({ content: [{ type: 'paragraph', text: item }] })),
        },
  );
}

/** Codes of a client that checked them on live conversations, 2026-05-28: 12 mail from the user, 24 reply, 3 note. */
function toPart({ author, role, visibility, html, at }: ReplicaMessage): object {
  const admin = { id: author.id, name: author.name, is_operator: false };
  const user = { id: `5fd2-${author.id}`, user_id: author.id, name: author.name, email: author.email, role: 'user_role' };
  const data =
    role === 'requester' ? { user_summary: user } : visibility === 'internal' ? { admin_summary: admin } : { entity: admin };
  return {
    renderable_type: role === 'requester' ? 12 : visibility === 'internal' ? 3 : 24,
    created_at: Date.parse(at) / 1000,
    renderable_data: { blocks: toBlocks(html), uploads: [], ...data },
  };
}

/** The inbox's own endpoints, as three clients use them: conversation with its parts, and who is signed in. */
function answer({ tickets }: ReplicaState, path: string): ReplicaAnswer | undefined {
  const { pathname, searchParams } = new URL(path, 'https://app.intercom.com');
  if (searchParams.get('app_id') !== 'j3dxf22l') return { ...toJson({ errors: [] }), status: 403 };
  if (pathname === '/ember/admins/me.json') return toJson({ ...signedIn, first_name: 'Ana', is_me: true });
  const ticket = tickets.find(({ id }) => pathname === `/ember/inbox/conversations/${id}`);
  if (!ticket) return { ...toJson({ errors: [] }), status: 404 };
  const { requester } = ticket;
  return toJson({
    id: Number(ticket.id),
    title: ticket.subject,
    state: 'open',
    priority: false,
    user_summary: {
      id: `5fd2-${requester.id}`,
      user_id: requester.id,
      name: requester.name,
      email: requester.email,
      role: 'user_role',
    },
    admin_assignee: null,
    team_assignee: { id: 9, name: ticket.queue },
    renderable_parts: [
      { renderable_type: 5, created_at: 1_794_902_701, renderable_data: {} },
      ...ticket.messages.map(toPart),
      {
        renderable_type: 31,
        created_at: 1_794_902_702,
        renderable_data: { rule_id: 'rule-42', entity: { id: 'operator-1', name: 'Fin', is_operator: true } },
      },
    ],
  });
}

export const intercomReplica: Replica = {
  adapter: intercom,
  host: 'app.intercom.com',
  ticketPath: (id) => `/a/inbox/j3dxf22l/inbox/shared/all/conversation/${id}?view=List`,
  otherPath: '/a/inbox/j3dxf22l/inbox/shared/all',
  pageLacks: ['everything', 'audience'],
  login: { status: 401, ...toJson({ errors: [{ code: 'unauthorized' }] }) },
  renderPage: (state) =>
    `<html><body><div class="inbox2__conversation-page">${state.tickets
      .filter(({ id }) => id === state.open)
      .map((ticket) => renderConversation(ticket, state))
      .join('')}</div></body></html>`,
  answer,
};
