// The tables as Kysely sees them; migrations are the truth.

import type { ApiKeyTable, SessionLinkTable, SessionTable } from './tables/access.ts';
import type { CanaryTable } from './tables/canaries.ts';
import type { DraftTable } from './tables/drafts.ts';
import type {
  DispatcherTable,
  EarSilenceTable,
  EarTable,
  IgnoredUpdateTable,
  InboxShardTable,
  InboxTable,
} from './tables/inbox.ts';
import type { JourneyTable, JourneyVersionTable } from './tables/journeys.ts';
import type { ConsentTable, EventTable, PersonTable, PersonUserIdTable } from './tables/people.ts';
import type {
  ReplyTable,
  RunStepTable,
  RunTable,
  ThrottleWindowTable,
  VisitAnswerTable,
} from './tables/runs.ts';
import type {
  NoticeTable,
  PortfolioContactTable,
  PortfolioQueueTable,
  PortfolioTable,
  RestrictionTable,
  SenderRateTable,
} from './tables/sender-limits.ts';
import type { ChannelMemoryTable, SenderTable } from './tables/senders.ts';
import type { AttemptTable, EvidenceTable, SendTable } from './tables/sends.ts';
import type { TemplateSyncTable, TemplateTable } from './tables/templates.ts';

export interface Database {
  journey: JourneyTable;
  journey_version: JourneyVersionTable;
  draft: DraftTable;
  person: PersonTable;
  person_user_id: PersonUserIdTable;
  consent: ConsentTable;
  sender: SenderTable;
  template: TemplateTable;
  canary: CanaryTable;
  template_sync: TemplateSyncTable;
  channel_memory: ChannelMemoryTable;
  restriction: RestrictionTable;
  sender_rate: SenderRateTable;
  portfolio: PortfolioTable;
  portfolio_queue: PortfolioQueueTable;
  portfolio_contact: PortfolioContactTable;
  notice: NoticeTable;
  run: RunTable;
  run_step: RunStepTable;
  reply: ReplyTable;
  visit_answer: VisitAnswerTable;
  throttle_window: ThrottleWindowTable;
  event: EventTable;
  send: SendTable;
  attempt: AttemptTable;
  evidence: EvidenceTable;
  inbox: InboxTable;
  inbox_shard: InboxShardTable;
  ignored_update: IgnoredUpdateTable;
  dispatcher: DispatcherTable;
  ear: EarTable;
  ear_silence: EarSilenceTable;
  api_key: ApiKeyTable;
  session_link: SessionLinkTable;
  session: SessionTable;
}
