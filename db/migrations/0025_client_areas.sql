-- Which areas of the API the owner of a client needs; no row means all of them.
CREATE TABLE "client_areas" (
	"client_row_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"areas" text[] NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	"chosen_by" uuid
);
--> statement-breakpoint
ALTER TABLE "client_areas" ADD CONSTRAINT "client_areas_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "client_areas" ADD CONSTRAINT "client_areas_client_row_id_clients_id_fk" FOREIGN KEY ("client_row_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "client_areas" ADD CONSTRAINT "client_areas_chosen_by_people_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Rows belong to the organisation that their client belongs to, whoever writes them.
ALTER TABLE client_areas ADD CONSTRAINT client_areas_of_their_client FOREIGN KEY (client_row_id, organisation_id) REFERENCES clients (id, organisation_id);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON client_areas TO portal_app, portal_definer;
--> statement-breakpoint
ALTER TABLE client_areas ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE client_areas FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY definer_all ON client_areas TO portal_definer USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY own ON client_areas TO portal_app USING (organisation_id = (SELECT app_organisation()));
