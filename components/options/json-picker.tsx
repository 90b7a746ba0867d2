import { useRef, type ReactNode } from 'react';
import { Button } from '../shared/button.tsx';

export type JsonPickerProps = { readonly children: ReactNode; readonly onFile: (file: File) => void };

/** A button that asks for one JSON file; the same file can be chosen again. */
export function JsonPicker({ children, onFile }: JsonPickerProps): ReactNode {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="sm" icon="file" onClick={() => picker.current?.click()}>
        {children}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
