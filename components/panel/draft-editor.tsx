import { useEffect, useRef, type ReactNode } from 'react';

export type DraftEditorProps = { readonly text: string; readonly language: string; readonly onText: (text: string) => void };

/** The reply as plain text. Leaving it never discards what was typed. */
export function DraftEditor({ text, language, onText }: DraftEditorProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <textarea
      ref={field}
      className="editor"
      lang={language}
      aria-label="Reply"
      value={text}
      rows={14}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
