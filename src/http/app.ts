// Builds the HTTP application; it never listens, so that tests inject into exactly what production serves.
// Webhooks and health are open, everything under /v1 needs a key.

import { type FastifyBaseLogger, fastify, LogController } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { AppError } from './app-error.ts';
import { answerError, answerNotFound } from './error-handler.ts';
import { type ApiKeyOptions, createApiKeyCheck } from './plugins/api-key.ts';
import { addRequestLog } from './plugins/request-log.ts';
import { inputCompiler } from './read-input.ts';
import type { RouteContext, Routes } from './route-context.ts';
import { addCanaryRoutes } from './routes/canaries.ts';
import { addDraftRoutes } from './routes/drafts.ts';
import { addEventRoutes } from './routes/events.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addIgnoredUpdateRoutes } from './routes/ignored-updates.ts';
import { addJourneyRoutes } from './routes/journeys.ts';
import { addPeopleRoutes } from './routes/people.ts';
import { addPublishedJourneyRoutes } from './routes/published-journeys.ts';
import { addRunStartRoutes } from './routes/run-starts.ts';
import { addRunRoutes } from './routes/runs.ts';
import { addSenderRoutes } from './routes/senders.ts';
import { addTemplateRoutes } from './routes/templates.ts';
import { addVersionRoutes } from './routes/versions.ts';
import { addWhatsAppWebhookRoutes, type WhatsAppWebhookOptions } from './routes/webhooks-whatsapp.ts';

export interface AppOptions
  extends RouteContext,
    WhatsAppWebhookOptions,
    Pick<ApiKeyOptions, 'bootstrapKey'> {
  readonly log: Logger;
}

const bodyLimitBytes = 1024 * 1024;

export function createApp(options: AppOptions): Routes {
  const loggerInstance: FastifyBaseLogger = options.log;
  const app = fastify({
    loggerInstance,
    bodyLimit: bodyLimitBytes,
    logController: new LogController({ disableRequestLogging: true }),
    // Callers' request ids could hold anything; ours are numbers.
    requestIdHeader: false,
  }).withTypeProvider<ZodTypeProvider>();
  // Fastify takes text by itself; nothing here is text.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(inputCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFound);
  addRequestLog(app);
  addHealthRoutes(app, options);
  addWhatsAppWebhookRoutes(app, options);
  app.register(async (api: Routes) => {
    api.addHook('onRequest', createApiKeyCheck(options));
    // No id has one, and PostgreSQL takes none.
    api.addHook('preValidation', async ({ params }) => {
      const ids = Object.values(params as Record<string, string>);
      if (ids.some((id) => id.includes('\0'))) throw new AppError('ROUTE_UNKNOWN');
    });
    addJourneyRoutes(api, options);
    addPublishedJourneyRoutes(api, options);
    addDraftRoutes(api, options);
    addVersionRoutes(api, options);
    addPeopleRoutes(api, options);
    addRunStartRoutes(api, options);
    addRunRoutes(api, options);
    addEventRoutes(api, options);
    addSenderRoutes(api, options);
    addCanaryRoutes(api, options);
    addTemplateRoutes(api, options);
    addIgnoredUpdateRoutes(api, options);
  });
  app.addHook('onClose', () => options.inbox.flush());
  return app;
}
