CREATE TABLE "ended_tokens" (
	"token_id" text PRIMARY KEY NOT NULL,
	"client_row_id" uuid NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "ended_tokens_expires" ON "ended_tokens" USING btree ("expires_at");
--> statement-breakpoint
-- Their clients end them by the machine's own statements; the worker forgets them when they would have expired anyway.
GRANT SELECT, INSERT ON ended_tokens TO portal_machine;
--> statement-breakpoint
GRANT SELECT, UPDATE, DELETE ON ended_tokens TO portal_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ended_tokens TO portal_definer;
