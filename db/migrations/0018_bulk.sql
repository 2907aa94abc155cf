-- Tags are compared without case: the fold is what a seller has once, the tag is how it was first written.
ALTER TABLE seller_tags ADD COLUMN fold text NOT NULL;
--> statement-breakpoint
ALTER TABLE seller_tags DROP CONSTRAINT seller_tags_client_row_id_tag_seller_id_pk;
--> statement-breakpoint
ALTER TABLE seller_tags ADD CONSTRAINT seller_tags_client_row_id_fold_seller_id_pk PRIMARY KEY (client_row_id, fold, seller_id);
--> statement-breakpoint
-- The tags of one seller, in their order.
DROP INDEX seller_tags_seller;
--> statement-breakpoint
CREATE INDEX seller_tags_seller ON seller_tags USING btree (client_row_id, seller_id, fold);
--> statement-breakpoint
-- When a link was last reminded of is asked before it is again.
CREATE INDEX bulk_items_link ON bulk_items USING btree (link_id, done_at) WHERE done_at IS NOT NULL AND skipped IS NULL;
--> statement-breakpoint
-- A run is born waiting, and so are its items.
CREATE POLICY born_open ON bulk_runs AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (num_nonnulls(finished_at, stopped_at, undone_by) = 0);
--> statement-breakpoint
CREATE POLICY born_open ON bulk_items AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (num_nonnulls(done_at, skipped) = 0);
--> statement-breakpoint
-- Reminders go to many at once, so they leave after what somebody waits for.
DROP INDEX mails_due;
--> statement-breakpoint
CREATE INDEX mails_due ON mails ((kind IN ('invitation', 'request', 'link-reminder')), due_at) WHERE sent_at IS NULL AND failed_at IS NULL;
