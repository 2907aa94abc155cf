import type { Operation, Parameter } from "./operation";

/** What a call asks for: parameter -> its value as sent. */
export type Values = Readonly<Record<string, string>>;

/**
 * Reads what an operation knows of a query string and of headers; whatever it does not know is ignored, as the marketplace does. Or
 * says what is wrong, parameter by parameter.
 */
export function readParameters(
  operation: Operation,
  query: string,
  inPath: Values,
  header: (name: string) => string[],
): { ok: true; values: Values } | { ok: false; errors: Record<string, string[]> } {
  if (operation.parameters.length === 0) return { ok: true, values: inPath };
  const sent = new URLSearchParams(query);
  const values: Record<string, string> = { ...inPath };
  const errors: Record<string, string[]> = {};
  for (const parameter of operation.parameters) {
    if (parameter.in === "path") continue;
    const { name } = parameter;
    const [value = "", ...more] = parameter.in === "header" ? header(name) : sent.getAll(name);
    const fault = more.length > 0 ? "Send this parameter once." : findFault(parameter, value);
    if (fault) errors[parameter.name] = [fault];
    else if (value !== "") values[parameter.name] = value;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, values };
}

function findFault({ schema, required, isList }: Parameter, value: string): string | undefined {
  if (value === "") return required ? "This parameter is required." : undefined;
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema;
  if (schema.type === "integer" && !(/^\d{1,9}$/.test(value) && +value >= minimum && +value <= maximum))
    return `This is a whole number from ${minimum} to ${maximum}.`;
  if (schema.type === "boolean" && !/^(true|false)$/i.test(value)) return "This is true or false.";
  if (schema.format === "date-time" && !isMoment(value))
    return "This is a date and time, as in 2026-10-31T18:00:00Z.";
  const known = schema.enum?.map(String);
  const wrong = (isList ? value.split(",") : [value]).some((one) => known && !known.includes(one.trim()));
  return wrong ? `Known values: ${known?.join(", ")}.` : undefined;
}

/** RFC 3339, or a day alone. */
function isMoment(value: string) {
  const shape = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
  return shape.test(value) && !Number.isNaN(Date.parse(value));
}
