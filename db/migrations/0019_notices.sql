-- Who is told what: how often a person reads what they chose to have together.
ALTER TABLE "people" ADD COLUMN "digest_rhythm" text DEFAULT 'daily' NOT NULL;
--> statement-breakpoint
ALTER TABLE people ADD CONSTRAINT people_digest_rhythm CHECK (digest_rhythm IN ('daily', 'weekly'));
--> statement-breakpoint
ALTER TABLE notice_choices ADD CONSTRAINT notice_choices_choice CHECK (choice IN ('mail', 'digest', 'off'));
--> statement-breakpoint
ALTER TABLE digests ADD CONSTRAINT digests_rhythm CHECK (rhythm IN ('daily', 'weekly', 'off'));
--> statement-breakpoint
-- The worker writes to people by their own name, and reads for the operators' digest what waits for a second person.
GRANT SELECT (id, name, email, digest_rhythm) ON people TO portal_worker;
--> statement-breakpoint
GRANT SELECT ON name_permits TO portal_worker;
--> statement-breakpoint
CREATE POLICY worker_reads ON name_permits FOR SELECT TO portal_worker USING (true);
