// Media: uploaded as a form, looked up by id, downloaded from the address that the look-up gives (Meta's OpenAPI
// description). Kept in memory.

import type { FastifyInstance } from 'fastify';
import { authenticate, unknownObject } from '../authenticate.ts';
import type { CloudWorld } from '../cloud-world.ts';
import { GraphError } from '../graph-error.ts';
import type { StoredMedia } from '../platform/media-store.ts';
import { type GraphRoute, OBJECT_PATH } from './management.ts';

/** Meta takes documents of 100 MB; a test has no need of them. */
const LARGEST_BYTES = 16_777_216;
const TYPES =
  /^(audio\/(aac|mp4|mpeg|amr|ogg)|text\/plain|application\/(pdf|msword|vnd\.[\w.-]+)|image\/(jpeg|png|webp)|video\/(mp4|3gpp|3gp))(;|$)/;

export function registerMediaRoutes(app: FastifyInstance, world: CloudWorld): void {
  const { platform } = world;
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: LARGEST_BYTES },
    (_request, body, done) => done(null, body),
  );

  app.post<GraphRoute>(`${OBJECT_PATH}/media`, { bodyLimit: LARGEST_BYTES }, async (request) => {
    const { id: phoneNumberId } = request.params;
    authenticate(request, platform.app, 'whatsapp_business_messaging');
    if (platform.findSender(phoneNumberId) === undefined) throw unknownObject(phoneNumberId, 'post');
    const form = await readForm(request.body, request.headers['content-type'] ?? '');
    if ((form.get('messaging_product') ?? request.query.messaging_product) !== 'whatsapp') {
      throw required('messaging_product');
    }
    const file = form.get('file');
    if (!(file instanceof Blob)) throw required('file');
    const written = form.get('type');
    const mimeType = typeof written === 'string' ? written : file.type;
    if (!TYPES.test(mimeType)) {
      const title = `(#100) Param file must be a file with one of the supported types. Received file of type '${mimeType}'.`;
      throw new GraphError({ code: 100, plain: true, title });
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { id: platform.media.add({ phoneNumberId, mimeType, bytes }).id };
  });

  app.get<GraphRoute>(`${OBJECT_PATH}/media_content`, async (request, reply) => {
    const { id } = request.params;
    authenticate(request, platform.app, 'whatsapp_business_messaging');
    const media = platform.media.find(id);
    if (media === undefined) throw unknownObject(id, 'get');
    return reply.type(media.mimeType).send(Buffer.from(media.bytes));
  });
}

/** @param versionUrl where the emulator listens, with the version of the request */
export function toMediaView(media: StoredMedia, versionUrl: string): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    url: `${versionUrl}/${media.id}/media_content`,
    mime_type: media.mimeType,
    sha256: media.sha256,
    file_size: String(media.bytes.length),
    id: media.id,
  };
}

async function readForm(body: unknown, contentType: string): Promise<FormData> {
  if (!Buffer.isBuffer(body)) throw required('file');
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new GraphError({ code: 100, plain: true, title: '(#100) The form cannot be read' });
  }
}

function required(name: string): GraphError {
  return new GraphError({ code: 100, plain: true, title: `(#100) The parameter ${name} is required.` });
}
