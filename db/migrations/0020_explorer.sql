-- What the desk looks at: every event by any of its handles, and how the worker and its outboxes are.
CREATE TABLE "job_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"last_started_at" timestamp with time zone,
	"last_finished_at" timestamp with time zone,
	"last_did_at" timestamp with time zone,
	"last_failed_at" timestamp with time zone,
	"fault" text
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON job_runs TO portal_worker;
--> statement-breakpoint
GRANT SELECT ON job_runs TO portal_operator;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON job_runs TO portal_definer;
--> statement-breakpoint
CREATE INDEX "events_order" ON "events" USING btree ("xid" DESC NULLS LAST,"id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("type","xid" DESC NULLS LAST,"id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "events_other_organisation" ON "events" USING btree ("other_organisation_id","xid" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "events"."other_organisation_id" is not null;
--> statement-breakpoint
CREATE INDEX "events_seller" ON "events" USING btree ("seller_id","xid" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "events"."seller_id" is not null;
--> statement-breakpoint
CREATE INDEX "events_person" ON "events" USING btree ("actor_person_id","xid" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "events"."actor_person_id" is not null;
--> statement-breakpoint
CREATE INDEX "events_actor" ON "events" USING btree (lower("actor_name"),"xid" DESC NULLS LAST,"id" DESC NULLS LAST);
--> statement-breakpoint
CREATE INDEX "events_request" ON "events" USING btree ("request_id") WHERE "events"."request_id" is not null;
--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at");
--> statement-breakpoint
CREATE INDEX "organisations_name" ON "organisations" USING btree (lower("name"));
--> statement-breakpoint
CREATE INDEX "mails_failed" ON "mails" USING btree ("failed_at" DESC NULLS LAST) WHERE "mails"."failed_at" is not null;
--> statement-breakpoint
CREATE INDEX "deliveries_failed" ON "deliveries" USING btree ("failed_at" DESC NULLS LAST) WHERE "deliveries"."failed_at" is not null;
