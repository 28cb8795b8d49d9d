/** What page and Node half say to each other over HTTP. */

export interface RequestMessage {
  url: string;
  method: string;
  header: Record<string, string>;
  body?: string;
  /** ms */
  timeout: number;
}

/** An upload sends the phone's file `filePath`, a download writes it. */
export interface TransferMessage {
  url: string;
  filePath: string;
  /** Of the file's field in the form. */
  name: string;
  header: Record<string, string>;
  formData: Record<string, unknown>;
  timeout: number;
}

export interface AnswerMessage {
  /** Why there was no answer: the reason part of WeChat's errMsg. */
  failure?: string;
  status: number;
  header: Record<string, string>;
  /** Base64. */
  body: string;
}
