/** The Date field of mail: RFC 5322 section 3.3, and the zones of section 4.3 that still have one meaning. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Minutes east of UTC. Military letters are left out: RFC 5322 says that their meaning is unknown. */
const namedZones: Readonly<Record<string, number>> = {
  ut: 0, utc: 0, gmt: 0, z: 0,
  edt: -240, est: -300, cdt: -300, cst: -360, mdt: -360, mst: -420, pdt: -420, pst: -480,
}; // prettier-ignore

const shape =
  /^(?:([a-z]{3})\s*,\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+(\d{2}):(\d{2})(?::(\d{2}))?\s+([+-]\d{4}|[a-z]{1,3})(?:\s*\([^()\\]*\))?$/;

/**
 * @returns the instant in UTC to the millisecond; `undefined` for a date that does not exist, has no zone or names the
 * wrong day of the week. A program that guesses here would move a message across the border of a period.
 */
export function mailDate(value: string): string | undefined {
  const match = shape.exec(value.trim().toLowerCase());
  if (match === null) return undefined;
  const [, weekday, day, monthName = '', year, hour, minute, second = '0', zone = ''] = match;
  const month = months.indexOf(monthName) + 1;
  const offset = zoneMinutes(zone);
  if (month === 0 || offset === undefined) return undefined;
  try {
    const local = Temporal.PlainDateTime.from(
      { year: Number(year), month, day: Number(day), hour: Number(hour), minute: Number(minute), second: leapless(second) },
      { overflow: 'reject' },
    ); // prettier-ignore
    if (weekday !== undefined && days[local.dayOfWeek - 1] !== weekday) return undefined;
    if (local.year < 1900 || local.year > 2200) return undefined;
    return local
      .toZonedDateTime('UTC')
      .subtract({ minutes: offset })
      .toInstant()
      .toString({ fractionalSecondDigits: 3 });
  } catch {
    return undefined;
  }
}

/** A leap second counts as the second before it. */
const leapless = (second: string): number => (second === '60' ? 59 : Number(second));

function zoneMinutes(zone: string): number | undefined {
  const numeric = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (numeric === null) return namedZones[zone];
  const [, sign, hours, minutes] = numeric;
  if (Number(minutes) > 59 || Number(hours) > 23) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
