// Builds the HTTP application; it never listens, so that tests inject into exactly what production serves.
// Webhooks and health are open, everything under /v1 needs a key or a browser's session.

import { type FastifyBaseLogger, fastify, LogController } from 'fastify';
import type { Logger } from 'pino';
import { AppError } from './app-error.ts';
import { answerError, answerNotFound } from './error-handler.ts';
import { createLiveStreams } from './live-streams.ts';
import { addOpenApi } from './openapi/add-openapi.ts';
import { type AuthenticationOptions, createAuthentication } from './plugins/authentication.ts';
import { addClosing } from './plugins/closing.ts';
import { createHostCheck, type HostCheckOptions } from './plugins/host-check.ts';
import { addRequestLog } from './plugins/request-log.ts';
import { addSecurity } from './plugins/security.ts';
import { inputCompiler } from './read-input.ts';
import type { RouteContext, Routes } from './route-context.ts';
import { addCanaryRoutes } from './routes/canaries.ts';
import { addCanvasRoutes, type CanvasOptions } from './routes/canvas.ts';
import { addCountRoutes } from './routes/counts.ts';
import { addDesignRoutes, type DesignOptions } from './routes/design.ts';
import { addDraftRoutes } from './routes/drafts.ts';
import { addEventRoutes } from './routes/events.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addIgnoredUpdateRoutes } from './routes/ignored-updates.ts';
import { addJourneyRoutes } from './routes/journeys.ts';
import { addOpenApiRoutes } from './routes/openapi.ts';
import { addPeopleRoutes } from './routes/people.ts';
import { addPublishedJourneyRoutes } from './routes/published-journeys.ts';
import { addRunSkipRoutes } from './routes/run-skip.ts';
import { addRunStartRoutes } from './routes/run-starts.ts';
import { addRunRoutes } from './routes/runs.ts';
import { addSenderRoutes } from './routes/senders.ts';
import { addSessionRoutes, type SessionRouteOptions } from './routes/session.ts';
import { addSessionLinkRoutes } from './routes/session-links.ts';
import { addTemplateRoutes } from './routes/templates.ts';
import { addVersionRoutes } from './routes/versions.ts';
import { addWhatsAppWebhookRoutes, type WhatsAppWebhookOptions } from './routes/webhooks-whatsapp.ts';

export interface AppOptions
  extends RouteContext,
    WhatsAppWebhookOptions,
    AuthenticationOptions,
    HostCheckOptions,
    SessionRouteOptions,
    DesignOptions,
    CanvasOptions {
  readonly log: Logger;
  /** Of one address, under /v1; none or 0: without limit. */
  readonly requestsPerMinute?: number | undefined;
}

const bodyLimitBytes = 1024 * 1024;

/** Links asked for and opened, of one address. */
const linksPerMinute = 120;

export function createApp(options: AppOptions): Routes {
  const loggerInstance: FastifyBaseLogger = options.log;
  const app: Routes = fastify({
    loggerInstance,
    bodyLimit: bodyLimitBytes,
    logController: new LogController({ disableRequestLogging: true }),
    // Callers' request ids could hold anything; ours are numbers.
    requestIdHeader: false,
  }).withTypeProvider();
  // Fastify takes text by itself; nothing here is text.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(inputCompiler);
  // Answers are described by schemas and checked against them in tests; here they go out as they are.
  app.setSerializerCompiler(() => JSON.stringify);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFound);
  addRequestLog(app);
  addSecurity(app, options);
  addOpenApi(app);
  app.register(async (open: Routes) => {
    addHealthRoutes(open, options);
    addWhatsAppWebhookRoutes(open, options);
  });
  const checkHost = createHostCheck(options);
  app.register(async (door: Routes) => {
    door.addHook('onRequest', checkHost);
    door.addHook('onRequest', door.rateLimit({ max: linksPerMinute }));
    addSessionLinkRoutes(door, options);
  });
  app.register(async (canvas: Routes) => {
    canvas.addHook('onRequest', checkHost);
    addCanvasRoutes(canvas, options);
  });
  app.register(async (api: Routes) => {
    const { requestsPerMinute: max = 0 } = options;
    api.addHook('onRequest', checkHost);
    if (max > 0) api.addHook('onRequest', api.rateLimit({ max }));
    const letIn = createAuthentication(options);
    api.addHook('onRequest', letIn);
    const streams = createLiveStreams({ letIn, log: app.log });
    addClosing(app, { onClosing: () => streams.close() });
    addSessionRoutes(api, options);
    // No id has one, and PostgreSQL takes none.
    api.addHook('preValidation', async ({ params }) => {
      const ids = Object.values(params as Record<string, string>);
      if (ids.some((id) => id.includes('\0'))) throw new AppError('ROUTE_UNKNOWN');
    });
    addJourneyRoutes(api, options);
    addPublishedJourneyRoutes(api, options);
    addDraftRoutes(api, options);
    addDesignRoutes(api, options);
    addVersionRoutes(api, options);
    addPeopleRoutes(api, options);
    addRunStartRoutes(api, options);
    addRunRoutes(api, options, streams);
    addRunSkipRoutes(api, options);
    addCountRoutes(api, options, streams);
    addEventRoutes(api, options);
    addSenderRoutes(api, options);
    addCanaryRoutes(api, options);
    addTemplateRoutes(api, options);
    addIgnoredUpdateRoutes(api, options);
    addOpenApiRoutes(api);
  });
  app.addHook('onClose', () => options.inbox.flush());
  return app;
}
