ALTER TABLE "organisations" ADD COLUMN "domain" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "domain_verified_at" timestamp with time zone;