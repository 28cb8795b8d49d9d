/** Where files are kept. Whatever speaks S3 serves: the embedded store of the local stack, COS, MinIO, S3. */
export interface ObjectStore {
  /** A form upload of exactly this key and type, of at most `maxBytes`, for `seconds`. */
  presignUpload(upload: {
    key: string;
    contentType: string;
    maxBytes: number;
    seconds: number;
  }): Promise<{ url: string; fields: Record<string, string> }>;
  /** Size in bytes and type as uploaded; null when there is no such object. */
  head(key: string): Promise<{ size: number; contentType: string } | null>;
  read(key: string): Promise<Uint8Array>;
  write(key: string, content: Uint8Array, contentType: string): Promise<void>;
  /** An address that shows the object for `seconds`, as that type and nothing else. */
  presignRead(key: string, contentType: string, seconds: number): Promise<string>;
}
