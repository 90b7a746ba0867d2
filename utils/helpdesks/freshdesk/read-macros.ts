import { z } from 'zod/mini';
import type { Result } from '../../domain/failure.ts';
import type { Macro } from '../../domain/macro.ts';
import type { HelpdeskPage } from '../../ports/helpdesk-adapter.ts';
import { idField, textField } from '../api-fields.ts';
import { readHtmlBody } from '../ticket-parts.ts';
import { readNumbered } from './read-numbered.ts';

/** Each folder is a request of its own. */
const MAX_FOLDERS = 30;
const PER_PAGE = 30;

const folderSchema = z.object({ id: idField });
const responseSchema = z.object({ id: idField, title: z.string(), content: textField, content_html: textField });

/** The team’s canned responses, of its first thirty folders. @see https://developers.freshdesk.com/api/#canned-responses */
export async function readMacros(page: HelpdeskPage, signal: AbortSignal): Promise<Result<readonly Macro[]>> {
  const at = '/api/v2/canned_response_folders';
  const folders = await readNumbered(page, at, PER_PAGE, folderSchema, 'the canned responses', signal);
  if (!folders.ok) return folders;
  const macros: Macro[] = [];
  for (const { id } of folders.value.items.slice(0, MAX_FOLDERS)) {
    const list = await readNumbered(page, `${at}/${id}/responses`, PER_PAGE, responseSchema, 'the canned responses', signal);
    if (!list.ok) return list;
    macros.push(
      ...list.value.items.map((response) => ({
        id: response.id,
        title: response.title,
        text: readHtmlBody(page, response.content_html || response.content).text,
      })),
    );
  }
  return { ok: true, value: macros };
}
