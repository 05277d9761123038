import { RelayError } from '@deskbell/protocol/refusals.js';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { except } from 'hono/combine';
import { secureHeaders } from 'hono/secure-headers';
import { MAX_ANSWER } from './bot/call-bot.js';
import type { Deps } from './deps.js';
import { aiRoutes } from './http/ai.js';
import { answerFault, answerRefusal } from './http/answer-fault.js';
import { assetRoutes, type readAssets } from './http/assets.js';
import { actionRoutes } from './http/actions.js';
import { bearer } from './http/bearer.js';
import { auditRoutes } from './http/audit.js';
import { blobRoutes } from './http/blobs.js';
import { cobrowseRoutes } from './http/cobrowse.js';
import { conversationRoutes } from './http/conversations.js';
import { customerRoutes } from './http/customers.js';
import { destinationRoutes } from './http/destinations.js';
import { erasingRoutes } from './http/erasing.js';
import type { FileChecks } from './files/checks.js';
import { fileRoutes } from './http/files.js';
import { formRoutes } from './http/forms.js';
import { healthRoutes } from './http/health.js';
import { MinuteLimit } from './http/limit.js';
import type { RelayEnv } from './http/relay-env.js';
import { noteRoutes } from './http/notes.js';
import { revealRoutes } from './http/reveals.js';
import { responseRoutes } from './http/responses.js';
import { surveyRoutes } from './http/surveys.js';
import { settingsRoutes } from './http/settings.js';
import { handOverRoutes } from './http/hand-overs.js';
import { transcriptRoutes } from './http/transcripts.js';
import type { LiveSettings } from './settings/live-settings.js';
import { clientAddress } from './sockets/address.js';

/** The largest body that is read, in bytes. */
const MAX_BODY = 64 * 1_024;
/** The largest settings that are read, in bytes: enough for a few thousand people, and for as many standard responses as there may be. */
const MAX_SETTINGS = 8 * 1_024 * 1_024;

const limitBody = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) => answerRefusal(c, new RelayError('too-long', `the body is larger than ${String(maxSize)} bytes`)),
  });

/** How many requests a minute are let through. */
export interface HttpLimits {
  readonly customersPerAddress: number;
  readonly renewalsPerCustomer: number;
  readonly requestsPerAgent: number;
  /** Of a model. */
  readonly textsPerAgent: number;
  /** Of masked values. */
  readonly revealsPerAgent: number;
  /** Of files: each takes three, and one more for each of its parts. */
  readonly filesPerPerson: number;
  /** Of co-browse codes, right or wrong; the wrong ones have limits of their own, over all relays. */
  readonly codesPerAddress: number;
}

export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  customersPerAddress: 120,
  renewalsPerCustomer: 30,
  requestsPerAgent: 240,
  textsPerAgent: 30,
  revealsPerAgent: 60,
  filesPerPerson: 3_000,
  codesPerAddress: 60,
};

export interface AppOptions {
  readonly assets: Awaited<ReturnType<typeof readAssets>>;
  readonly limits: HttpLimits;
  readonly settings: LiveSettings;
  readonly checks: FileChecks;
  /** How many proxies of one's own stand before the relay. */
  readonly proxies: number;
  readonly isClosing: () => boolean;
  /** Pages that are served beside the relay, by the demo or by whoever embeds it. */
  readonly routes?: Hono;
}

/** Everything over HTTP. */
export function createApp(deps: Deps, { assets, limits, settings, checks, proxies, isClosing, routes }: AppOptions): Hono<RelayEnv> {
  const { directory } = deps;
  const perAgent = new MinuteLimit(limits.requestsPerAgent);
  const perSender = new MinuteLimit(limits.filesPerPerson);
  const pageCors = (allowMethods: string[], mayAsk: (origin: string) => boolean) =>
    cors({
      origin: (origin) => (mayAsk(origin) ? origin : null),
      allowMethods,
      allowHeaders: ['Authorization', 'Content-Type'],
      exposeHeaders: ['Retry-After'],
      maxAge: 7_200,
    });
  const openCors = cors({
    origin: (origin) => origin,
    allowMethods: ['POST'],
    allowHeaders: ['Content-Type'],
    exposeHeaders: ['Retry-After'],
    maxAge: 7_200,
  });
  const deskCors = (allowMethods: string[]) => pageCors(allowMethods, (origin) => directory.isDesk(origin));
  const v1 = new Hono<RelayEnv>()
    .use(
      secureHeaders({
        contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
        crossOriginResourcePolicy: 'cross-origin',
      }),
    )
    .use(async (c, next) => {
      c.set('address', clientAddress(c.env.incoming?.socket.remoteAddress, c.req.header('X-Forwarded-For'), proxies));
      c.header('Cache-Control', 'no-store');
      const began = deps.now();
      await next();
      deps.log.debug({ method: c.req.method, path: c.req.path, status: c.res.status, took: deps.now() - began }, 'answered');
    })
    // A page that may not is told so in words that it can read: the answer holds nothing, and no cookie goes with the question.
    .use('/customers', openCors)
    .use('/cobrowse/redeem', openCors)
    .use(
      '/cobrowse/*',
      except(
        '/v1/cobrowse/redeem',
        pageCors(['GET', 'POST'], (origin) => directory.origin(origin) !== undefined),
      ),
    )
    .use('/customers/:id/notes', deskCors(['GET']))
    .use('/customers/:id', deskCors(['DELETE']))
    .use('/audit/*', deskCors(['GET']))
    .use('/conversations/*', deskCors(['GET', 'POST']))
    .use('/destinations', deskCors(['GET']))
    .use('/responses', deskCors(['GET']))
    .use('/surveys/*', deskCors(['GET']))
    .use('/ai/*', deskCors(['POST']))
    .use(
      '/files/*',
      pageCors(['GET', 'POST', 'DELETE'], (origin) => directory.origin(origin) !== undefined),
    )
    .use('/settings', deskCors(['GET', 'PUT']))
    .use('/forms/*', deskCors(['GET', 'PUT', 'DELETE']))
    .use('/settings', limitBody(MAX_SETTINGS))
    // Before what wants a token and a small body: an AI agent signs what it sends, as much as it may answer.
    .use('/conversations/:id/transcript', limitBody(MAX_ANSWER))
    .on('POST', '/conversations', limitBody(MAX_ANSWER))
    .route('/conversations', handOverRoutes(deps))
    .route('/conversations', transcriptRoutes(deps, new MinuteLimit(limits.customersPerAddress)))
    .use(except('/v1/settings', limitBody(MAX_BODY)))
    .use('/customers/:id/notes', bearer(deps, perAgent))
    .use('/customers/:id', bearer(deps, perAgent))
    .use('/audit/*', bearer(deps, perAgent))
    .use('/conversations/*', bearer(deps, perAgent))
    .use('/destinations', bearer(deps, perAgent))
    .use('/responses', bearer(deps, perAgent))
    .use('/surveys/*', bearer(deps, perAgent))
    .use('/files/*', bearer(deps, perSender))
    .use('/settings', bearer(deps, perAgent))
    .use('/forms/*', bearer(deps, perAgent))
    .use('/ai/*', bearer(deps, new MinuteLimit(limits.textsPerAgent)))
    .route(
      '/customers',
      customerRoutes(deps, { address: new MinuteLimit(limits.customersPerAddress), customer: new MinuteLimit(limits.renewalsPerCustomer) }),
    )
    .route('/customers', noteRoutes(deps))
    .route('/customers', erasingRoutes(deps))
    .route('/audit', auditRoutes(deps))
    .route('/conversations', conversationRoutes(deps))
    .route('/conversations', actionRoutes(deps))
    .route('/conversations', revealRoutes(deps, new MinuteLimit(limits.revealsPerAgent)))
    .route('/cobrowse', cobrowseRoutes(deps, { person: perAgent, address: new MinuteLimit(limits.codesPerAddress) }))
    .route('/destinations', destinationRoutes(deps))
    .route('/responses', responseRoutes(deps))
    .route('/surveys', surveyRoutes(deps))
    .route('/ai', aiRoutes(deps))
    .route('/files', fileRoutes(deps, checks))
    .route('/settings', settingsRoutes(settings))
    .route('/forms', formRoutes(settings));

  const app = new Hono<RelayEnv>();
  app.onError(answerFault(deps));
  app.notFound((c) => answerRefusal(c, new RelayError('not-found')));
  // Before the rest of v1: what is sent there is larger than any body, and its headers are its own.
  if (deps.files?.door) app.route('/v1/blobs', blobRoutes(deps.files.door));
  app.route('/v1', v1).route('/', healthRoutes(deps, isClosing)).route('/', assetRoutes(assets));
  if (routes) app.route('/', routes);
  return app;
}
