import type { S3Client } from '@aws-sdk/client-s3';
import type { ObjectStore } from './object-store';

export interface S3Options {
  endpoint?: string | undefined;
  region?: string | undefined;
  bucket: string;
  accessKey: string;
  secretKey: string;
}

/** The AWS SDK takes 76 ms to load: only a call that touches a file pays for it. */
const sdk = {
  client: () => require('@aws-sdk/client-s3') as typeof import('@aws-sdk/client-s3'),
  post: () => require('@aws-sdk/s3-presigned-post') as typeof import('@aws-sdk/s3-presigned-post'),
  presigner: () => require('@aws-sdk/s3-request-presigner') as typeof import('@aws-sdk/s3-request-presigner'),
};

/** An object store behind the S3 protocol. Nothing is loaded or connected before the first use. */
export function createS3Store({ endpoint, region, bucket, accessKey, secretKey }: S3Options): ObjectStore {
  let made: S3Client | undefined;
  const client = () => {
    made ??= new (sdk.client().S3Client)({
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      region: region ?? 'local',
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      // Stores that only speak the older dialect refuse the newer checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    return made;
  };
  const place = (key: string) => ({ Bucket: bucket, Key: key });

  return {
    async presignUpload({ key, contentType, maxBytes, seconds }) {
      const { createPresignedPost } = sdk.post();
      const { url, fields } = await createPresignedPost(client(), {
        ...place(key),
        Fields: { 'Content-Type': contentType },
        Conditions: [
          ['eq', '$Content-Type', contentType],
          ['content-length-range', 1, maxBytes],
        ],
        Expires: seconds,
      });
      return { url, fields };
    },
    async head(key) {
      const { HeadObjectCommand, NotFound } = sdk.client();
      try {
        const found = await client().send(new HeadObjectCommand(place(key)));
        return { size: found.ContentLength ?? 0, contentType: found.ContentType ?? '' };
      } catch (error) {
        if (error instanceof NotFound) return null;
        throw error;
      }
    },
    async read(key) {
      const { GetObjectCommand } = sdk.client();
      const { Body } = await client().send(new GetObjectCommand(place(key)));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },
    async write(key, content, contentType) {
      const { PutObjectCommand } = sdk.client();
      await client().send(new PutObjectCommand({ ...place(key), Body: content, ContentType: contentType }));
    },
    async presignRead(key, contentType, seconds) {
      const { GetObjectCommand } = sdk.client();
      const { getSignedUrl } = sdk.presigner();
      const command = new GetObjectCommand({
        ...place(key),
        ResponseContentType: contentType,
        ResponseContentDisposition: 'inline',
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(client(), command, { expiresIn: seconds });
    },
  };
}
