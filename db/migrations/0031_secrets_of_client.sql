CREATE INDEX "secrets_client_all" ON "secrets" USING btree ("client_row_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);
