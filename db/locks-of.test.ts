import { expect, test } from "vitest";
import { locksOf } from "./locks-of";

test("names the tables that a migration changes, and those that must not be written meanwhile", () => {
  const statements = [
    '-- ALTER TABLE "said" only\nALTER TABLE "clients" ADD COLUMN "x" text;',
    "CREATE POLICY own ON secrets TO portal_app USING (true);",
    'CREATE UNIQUE INDEX "a" ON "seller_links" USING btree ("id");',
    'ALTER TABLE "orders" ADD CONSTRAINT "fk" FOREIGN KEY ("id") REFERENCES "public"."people"("id");',
    "CREATE TRIGGER keep BEFORE INSERT ON sellers FOR EACH ROW EXECUTE FUNCTION keep();",
    "UPDATE mails SET kind = 'x';",
    "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ UPDATE events SET id = 1 $$;",
    "DO $$ DECLARE t text; BEGIN FOREACH t IN ARRAY ARRAY['listings'] LOOP EXECUTE t; END LOOP; END $$;",
    "GRANT SELECT ON first_calls TO portal_app;",
  ];
  expect(locksOf(statements)).toEqual({
    exclusive: expect.arrayContaining(["clients", "listings", "orders", "secrets"]),
    shared: ["mails", "people", "seller_links", "sellers"],
  });
});
