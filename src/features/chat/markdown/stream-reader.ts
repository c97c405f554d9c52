import { completeDocument, documentAfter, emptyDocument, type StreamedDocument } from './streamed-document';

/** Remembers what it read of a text, so that the longer form of it is cheap. The answer depends on the text alone. */
export class StreamReader {
  #last: StreamedDocument = emptyDocument;

  read(text: string, isStreaming: boolean): StreamedDocument {
    this.#last = isStreaming ? documentAfter(this.#last, text) : completeDocument(this.#last, text);
    return this.#last;
  }
}
