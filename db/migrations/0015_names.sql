-- Names that the eye takes for each other, asked across organisations: taken or not, and nothing more.

ALTER TABLE "listings" ADD COLUMN "name_core" text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX "listings_any_skeleton" ON "listings" USING btree ("name_skeleton");
--> statement-breakpoint
CREATE INDEX "listings_core" ON "listings" USING btree ("name_core");
--> statement-breakpoint
-- A slip of the keys leaves the beginning or the end of a long name as it was.
CREATE INDEX "listings_core_begins" ON "listings" USING btree (left("name_core", 3), length("name_core"));
--> statement-breakpoint
CREATE INDEX "listings_core_ends" ON "listings" USING btree (right("name_core", 3), length("name_core"));
--> statement-breakpoint
-- Whether at most one letter is too many, too few, another one, or changed places with its neighbour.
CREATE FUNCTION is_within_slip(p_one text, p_other text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = public, pg_temp
  AS $$
  DECLARE
    a text := CASE WHEN length(p_one) <= length(p_other) THEN p_one ELSE p_other END;
    b text := CASE WHEN length(p_one) <= length(p_other) THEN p_other ELSE p_one END;
  BEGIN
    IF length(b) - length(a) > 1 THEN RETURN false; END IF;
    WHILE a <> '' AND left(a, 1) = left(b, 1) LOOP
      a := substr(a, 2);
      b := substr(b, 2);
    END LOOP;
    IF length(a) < length(b) THEN RETURN a = substr(b, 2); END IF;
    RETURN substr(a, 2) = substr(b, 2) OR (left(a, 1) = substr(b, 2, 1) AND substr(a, 2, 1) = left(b, 1) AND substr(a, 3) = substr(b, 3));
  END $$;
--> statement-breakpoint
-- Whether another organisation's listing is told by one of these skeletons, or is a slip away from one of `p_slips`.
-- What was approved once stays its owner's, shown or not.
CREATE FUNCTION name_taken(p_organisation uuid, p_skeletons text[], p_slips text[]) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
  AS $$
  DECLARE slip text;
  BEGIN
    IF EXISTS (SELECT 1 FROM listings l WHERE (l.name_skeleton = ANY (p_skeletons) OR l.name_core = ANY (p_skeletons))
      AND l.organisation_id <> p_organisation AND num_nonnulls(l.approved_at, l.unlisted_at, l.suspended_at) > 0) THEN RETURN true; END IF;
    FOREACH slip IN ARRAY p_slips LOOP
      -- Doubled letters are one in a core, so eight letters may be seven here.
      IF EXISTS (SELECT 1 FROM listings l
        WHERE ((left(l.name_core, 3) = left(slip, 3) AND length(l.name_core) BETWEEN length(slip) - 1 AND length(slip) + 1)
            OR (right(l.name_core, 3) = right(slip, 3) AND length(l.name_core) BETWEEN length(slip) - 1 AND length(slip) + 1))
          AND length(l.name_core) >= 7 AND l.organisation_id <> p_organisation
          AND num_nonnulls(l.approved_at, l.unlisted_at, l.suspended_at) > 0 AND is_within_slip(l.name_core, slip)) THEN RETURN true; END IF;
    END LOOP;
    RETURN false;
  END $$;
--> statement-breakpoint
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  REVOKE EXECUTE ON FUNCTION name_taken(uuid, text[], text[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION name_taken(uuid, text[], text[]) TO portal_app, portal_operator, portal_definer;
  ALTER FUNCTION name_taken(uuid, text[], text[]) OWNER TO portal_definer;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION is_within_slip(text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION is_within_slip(text, text) TO portal_definer;
