import { customType, timestamp } from "drizzle-orm/pg-core";

/** Bytes, as a Buffer. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** A transaction's id, as text; what event cursors order by. */
export const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" });

/** A moment, with its time zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
