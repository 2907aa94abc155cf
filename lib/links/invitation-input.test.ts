import { describe, expect, it } from "vitest";
import { newId } from "../id";
import {
  declineInvitationInput,
  editKeptSellerInput,
  invitationRowInput,
  inviteFromFileInput,
  inviteSellerInput,
  keepSellerInput,
} from "./invitation-input";

type Input = { safeParse: (values: unknown) => { success: boolean; data?: unknown; error?: unknown } };

/** What an input makes of a form, or the first complaint about each field. */
function read(input: Input, values: Record<string, unknown>) {
  const parsed = input.safeParse(values);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  const { issues } = parsed.error as { issues: { path: string[]; message: string }[] };
  return Object.fromEntries(issues.reverse().map(({ path, message }) => [path[0], message]));
}
const invite = (values: Record<string, unknown>) =>
  read(inviteSellerInput, { clientId: "FeedWise", ...values });
const long = (many: number) => "x".repeat(many);

describe("an invitation", () => {
  it("goes to an address, to a SellerId or to nobody", () => {
    const whom = (email: string) => invite({ email }).email;
    expect(whom("  Ada@People.test ")).toEqual({ email: "Ada@People.test" });
    expect([whom("104512"), whom("999999999999")]).toEqual([
      { sellerId: 104512 },
      { sellerId: 999999999999 },
    ]);
    expect([whom(""), invite({}).email]).toEqual([null, null]);
    expect([whom("0"), whom("0123"), whom("1234567890123")]).toEqual(Array(3).fill("bad_number"));
    expect([whom("ada"), whom(`${long(255)}@people.test`)]).toEqual(["bad_email", "too_long"]);
  });

  it("takes texts as long as they may be, and not one longer", () => {
    const most = { clientId: long(200), reference: long(80), message: long(500) };
    expect(invite(most)).toMatchObject(most);
    expect(invite({ clientId: long(201), reference: long(81), message: long(501) })).toEqual({
      clientId: "too_long",
      reference: "too_long",
      message: "too_long",
    });
    expect(invite({ clientId: "" })).toEqual({ clientId: "required" });
    expect(invite({ expectedSellerId: "" })).toMatchObject({ expectedSellerId: null, expires: "30d" });
    expect(invite({ expectedSellerId: "1234567890123" })).toEqual({ expectedSellerId: "bad_number" });
  });

  it("leads nobody anywhere, and hides nothing in its words", () => {
    for (const message of ["see evil.example.com", "www.x", "ftp://x"])
      expect(invite({ message })).toEqual({ message: "has_link" });
    for (const message of ["a\u0000b", "a\tb", "a\u202Eb", "a\uD800b"])
      expect(invite({ message }), JSON.stringify(message)).toEqual({ message: "bad_characters" });
    expect(invite({ message: " two\r\nlines\rmore " }).message).toBe("two\nlines\nmore");
  });

  it("of a row ends when it says so, and asks the account that may accept", () => {
    expect(read(invitationRowInput, { expires: " 7D " }).expires).toBe("7d");
    expect(read(invitationRowInput, { expires: "" }).expires).toBe("30d");
    expect(read(invitationRowInput, { expires: "8d" })).toEqual({ expires: "bad_choice" });
    const row = (email: string, expectedSellerId: string) =>
      read(invitationRowInput, { email, expectedSellerId }).expectedSellerId;
    expect([row("1", "1"), row("1", ""), row("", "1"), row("a@b.test", "1")]).toEqual([1, null, 1, 1]);
    expect(row("1", "2")).toBe("seller_not_expected");
  });

  it("file of a megabyte is read, and none that is larger", () => {
    const file = (bytes: number) => new File([long(bytes)], "rows.csv");
    expect(read(inviteFromFileInput, { clientId: "a", csv: file(1_000_000) }).csv).toBeInstanceOf(File);
    expect(read(inviteFromFileInput, { clientId: "a", csv: file(1_000_001) })).toEqual({ csv: "file_big" });
  });

  it("is declined with a reason of one short line", () => {
    const decline = (reason: string) =>
      read(declineInvitationInput, { do: "decline", invitationId: newId(), reason }).reason;
    expect([decline(long(200)), decline(long(201)), decline("a\nb")]).toEqual([
      long(200),
      "too_long",
      "bad_characters",
    ]);
  });
});

describe("a seller account kept beside a clientId", () => {
  const keep = (values: object) => read(keepSellerInput, { sellerId: "1", clientId: "a", ...values });

  it("takes texts as long as they may be, and not one longer", () => {
    const most = { reference: long(80), notes: long(500) };
    expect(keep(most)).toMatchObject({ ...most, sellerId: 1 });
    const longer = { reference: long(81), notes: long(501) };
    expect(keep(longer)).toEqual({ reference: "too_long", notes: "too_long" });
    const edit = { do: "edit", keptSellerId: newId() };
    expect(read(editKeptSellerInput, { ...edit, ...most })).toMatchObject(most);
    expect(read(editKeptSellerInput, { ...edit, ...longer })).toEqual({
      reference: "too_long",
      notes: "too_long",
    });
  });

  it("holds no secret by mistake, and no characters that nobody sees", () => {
    expect(keep({ clientId: " a " }).clientId).toBe("a");
    expect(keep({ clientId: "  " })).toEqual({ clientId: "required" });
    expect(keep({ clientId: "mps_test_1", reference: "mps_live_1", notes: "MPS_TEST_" })).toEqual({
      clientId: "has_secret",
      reference: "has_secret",
      notes: "has_secret",
    });
    for (const clientId of ["a\u0000", "a\uD800"])
      expect(keep({ clientId })).toEqual({ clientId: "bad_characters" });
  });
});
