import { ticketIdSchema, type Visibility } from '../../domain/ticket.ts';
import type { HelpdeskPage, ReplyBoxSearch } from '../../ports/helpdesk-adapter.ts';

/**
 * The box of RT's reply page. Its form carries the ticket id and who will read it (`UpdateType`, whose values are not
 * translated). With the rich editor on, the text lives in CKEditor's frame and RT overwrites the textarea on sending.
 */
export function findReplyBox({ document }: HelpdeskPage): ReplyBoxSearch {
  const boxes = document.querySelectorAll<HTMLTextAreaElement>('form[name="TicketUpdate"] textarea[name="UpdateContent"]');
  const [textarea, another] = boxes;
  if (!textarea) return { kind: 'none' };
  if (another) return { kind: 'several', count: boxes.length };
  const form = textarea.closest('form');
  const ticketId = ticketIdSchema.safeParse(form?.querySelector<HTMLInputElement>('input[name="id"]')?.value);
  if (!form || !ticketId.success) return { kind: 'none' };
  const updateType = form.querySelector<HTMLSelectElement>('select[name="UpdateType"]')?.value;
  const visibility: Visibility = updateType === 'response' ? 'public' : 'internal';
  if (!textarea.classList.contains('richtext'))
    return { kind: 'found', box: { ticketId: ticketId.data, visibility, family: 'textarea', element: textarea } };

  const frames = form.querySelectorAll<HTMLIFrameElement>('#cke_UpdateContent iframe.cke_wysiwyg_frame');
  if (frames.length > 1) return { kind: 'several', count: frames.length };
  const body = frames[0]?.contentDocument?.body;
  if (!body || body.getAttribute('contenteditable') !== 'true' || !body.classList.contains('cke_editable'))
    return { kind: 'not-ready' };
  return { kind: 'found', box: { ticketId: ticketId.data, visibility, family: 'ckeditor4', element: body } };
}
