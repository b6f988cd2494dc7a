import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { ObjectStore } from "../../app/ports/storage.ts";
import { defined } from "../../domain/present.ts";
import { attachment } from "./content-disposition.ts";

/** The version that stands; undefined in a bucket without versions, and where nothing stands. */
async function versionOf(client: S3Client, bucket: string, key: string): Promise<string | undefined> {
  try {
    const { VersionId } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    return VersionId;
  } catch (cause) {
    if (cause instanceof NotFound) return undefined;
    throw cause;
  }
}

/** One bucket. Encryption is the bucket's default. `signing` signs links for uploads (aws-clients.ts). */
export function objectStore(client: S3Client, bucket: string, signing = client): ObjectStore {
  return {
    async put(key, body, contentType, { lockedUntil } = {}) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: body,
          ContentType: contentType,
          // GOVERNANCE: only somebody with a right of its own, which no function has, can end it early.
          ...(lockedUntil === undefined
            ? {}
            : { ObjectLockMode: "GOVERNANCE", ObjectLockRetainUntilDate: new Date(lockedUntil) }),
        }),
      );
    },

    async add(key, body, contentType) {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: body,
            ContentType: contentType,
            IfNoneMatch: "*",
          }),
        );
        return true;
      } catch (cause) {
        if (cause instanceof S3ServiceException && cause.name === "PreconditionFailed") return false;
        throw cause;
      }
    },

    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        if (Body === undefined) throw new Error(`object ${key} came without a body`);
        return await Body.transformToByteArray();
      } catch (cause) {
        if (cause instanceof NoSuchKey) return undefined;
        throw cause;
      }
    },

    async remove(key, how) {
      if (how?.evenLocked !== true) {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
        return;
      }
      const VersionId = await versionOf(client, bucket, key);
      await client.send(
        new DeleteObjectCommand({
          Bucket: bucket,
          Key: key,
          BypassGovernanceRetention: true,
          ...defined({ VersionId }),
        }),
      );
    },

    async listOlderThan(prefix, before, limit) {
      const limitTime = Date.parse(before);
      const found: { key: string; at: number }[] = [];
      let token: string | undefined;
      do {
        const answer = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: prefix,
            ...defined({ ContinuationToken: token }),
          }),
        );
        for (const { Key, LastModified } of answer.Contents ?? []) {
          if (Key !== undefined && LastModified !== undefined && LastModified.getTime() < limitTime) {
            found.push({ key: Key, at: LastModified.getTime() });
          }
        }
        token = answer.NextContinuationToken;
      } while (token !== undefined);
      return found
        .sort((a, b) => a.at - b.at)
        .slice(0, limit)
        .map(({ key, at }) => ({ key, writtenAt: new Date(at).toISOString() }));
    },

    presignPut(key, seconds, now, { contentType, size }) {
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        ContentType: contentType,
        ContentLength: size,
      });
      return getSignedUrl(signing, command, {
        expiresIn: seconds,
        signingDate: new Date(now.epochMilliseconds),
        signableHeaders: new Set(["content-length", "content-type", "host"]),
      });
    },

    presign(key, seconds, now, downloadName) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentDisposition: attachment(downloadName),
      });
      return getSignedUrl(client, command, {
        expiresIn: seconds,
        signingDate: new Date(now.epochMilliseconds),
      });
    },
  };
}
