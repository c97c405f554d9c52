import { FileJson } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';

import { Button, classes } from '@/ui';

export interface FilePickerProps {
  readonly onFile: (file: File) => void;
  /** The file is being read. */
  readonly isReading: boolean;
}

/** Takes one file: dropped here, or chosen. */
export function FilePicker({ onFile, isReading }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  }

  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => {
        setIsOver(false);
      }}
      onDrop={drop}
      className={classes(
        'flex flex-col items-center gap-3 rounded-xl border border-dashed px-6 py-8 text-center transition-colors',
        isOver ? 'border-accent bg-accent-soft' : 'border-border-control bg-surface',
      )}
    >
      <FileJson aria-hidden className="size-6 text-text-muted" />
      <p className="text-pretty text-text-muted">
        Drop a file here that Momentum has exported, such as momentum-2026-01-31.json.
      </p>
      <Button
        loading={isReading}
        onClick={() => {
          input.current?.click();
        }}
      >
        {isReading ? 'Reading…' : 'Choose a file'}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="File to import"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again once it is mended.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
