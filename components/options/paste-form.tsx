import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../shared/button.tsx';
import { TextField } from './text-field.tsx';

export type PasteFormProps = { readonly onPaste: (title: string, text: string) => void; readonly onCancel: () => void };

/** A text typed or pasted by hand: a title to cite it by, and the text. */
export function PasteForm({ onPaste, onCancel }: PasteFormProps): ReactNode {
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (title.trim() !== '' && text.trim() !== '') onPaste(title.trim(), text);
  };
  return (
    <form className="paste-form" onSubmit={submit}>
      <TextField
        label="Title"
        value={title}
        hint="Drafts cite the text by this name."
        problem={tried && title.trim() === '' ? 'Give it a title.' : undefined}
        onChange={setTitle}
      />
      <TextField
        label="Text"
        rows={6}
        value={text}
        problem={tried && text.trim() === '' ? 'Paste the text.' : undefined}
        onChange={setText}
      />
      <div className="row">
        <Button variant="primary" type="submit">
          Add the text
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
