CREATE TABLE "seller_changes" (
	"scope" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"data" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seller_changes_scope_kind_key_pk" PRIMARY KEY("scope","kind","key")
);
--> statement-breakpoint
CREATE INDEX "seller_changes_changed_at" ON "seller_changes" USING btree ("changed_at");
--> statement-breakpoint
-- Written and read by the calls of the sandbox alone; forgotten by the worker.
GRANT SELECT, INSERT, UPDATE ON seller_changes TO portal_machine;
--> statement-breakpoint
GRANT SELECT, UPDATE, DELETE ON seller_changes TO portal_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON seller_changes TO portal_definer;
