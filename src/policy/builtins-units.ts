// Amounts such as 10Mi, 1.5GB and 250m as OPA reads them, digit for digit. Knows nothing of policies.
import { type Exact, exact } from './builtins-value.ts';

/** A fraction of two integers, the lower one positive. */
type Ratio = { readonly upper: bigint; readonly lower: bigint };

const names = ['k', 'm', 'g', 't', 'p', 'e'];
const bytes = new Map<string, bigint>([['', 1n]]);
const units = new Map<string, bigint>([['', 1n]]);
for (const [at, name] of names.entries()) {
  const [decimal, binary] = [1000n ** BigInt(at + 1), 1024n ** BigInt(at + 1)];
  for (const spelled of [name, `${name}b`]) bytes.set(spelled, decimal);
  for (const spelled of [`${name}i`, `${name}ib`]) bytes.set(spelled, binary);
  for (const spelled of [name, name.toUpperCase()]) units.set(spelled, decimal);
  for (const spelled of [`${name}i`, `${name.toUpperCase()}i`]) units.set(spelled, binary);
}
// The double nearest to a thousandth, which is what Go multiplies with.
const milli: Ratio = { upper: 1152921504606847n, lower: 2n ** 60n };
// OPA takes exponents of six digits, whose results have a million; nothing we judge is that large.
const largestExponent = 400;

/** units.parse_bytes: 10Mi → 10485760. Undefined for what is no amount. */
export function parseBytes(text: string): Exact | undefined {
  const found = split(text.toLowerCase().replaceAll('"', ''));
  const factor = found && bytes.get(found.unit);
  const amount = found && ratio(found.number);
  if (factor === undefined || amount === undefined) return undefined;
  // Go computes with a mantissa of 64 bits, rounds after reading and after multiplying, and cuts the fraction off.
  const read = round64(amount);
  const product = round64({ upper: read.upper * factor, lower: read.lower });
  return exact(String(product.upper / product.lower));
}

/** units.parse: 250m → 0.25, 10Ki → 10240. The case matters in the first letter of a unit only. */
export function parseUnits(text: string): Exact | undefined {
  const found = split(text.replaceAll('"', ''));
  const amount = found && ratio(found.number);
  if (found === undefined || amount === undefined) return undefined;
  const unit = found.unit.slice(0, 1) + found.unit.slice(1).toLowerCase();
  const factor = unit === 'm' ? milli : wholeFactor(unit);
  if (factor === undefined) return undefined;
  const [upper, lower] = [amount.upper * factor.upper, amount.lower * factor.lower];
  return exact(upper % lower === 0n ? String(upper / lower) : tenDecimals(upper, lower));
}

function wholeFactor(unit: string): Ratio | undefined {
  const factor = units.get(unit);
  return factor === undefined ? undefined : { upper: factor, lower: 1n };
}

/** Where the number ends and the unit begins; an `e` belongs to the number when a digit or a sign follows. */
function split(text: string): { number: string; unit: string } | undefined {
  if (text.includes(' ')) return undefined;
  const number = /^(?:[\d.+-]|[eE][+-]?(?=\d)|[eE][+-])*/.exec(text)?.[0] ?? '';
  if (number === '' || /[eE][+-]?\d{7}/.test(number)) return undefined;
  return { number, unit: text.slice(number.length) };
}

function ratio(number: string): Ratio | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(number);
  if (!found) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found;
  if (whole + fraction === '') return undefined;
  const power = Number(exponent) - fraction.length;
  if (Math.abs(power) > largestExponent) throw new Error('A policy read an amount with too large an exponent.');
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  return power >= 0
    ? { upper: digits * 10n ** BigInt(power), lower: 1n }
    : { upper: digits, lower: 10n ** BigInt(-power) };
}

/** To 64 binary digits, halves to even. */
function round64({ upper, lower }: Ratio): Ratio {
  if (upper < 0n) {
    const positive = round64({ upper: -upper, lower });
    return { upper: -positive.upper, lower: positive.lower };
  }
  if (upper === 0n) return { upper, lower: 1n };
  let shift = 64n - BigInt(upper.toString(2).length - lower.toString(2).length);
  let mantissa = divide(upper, lower, shift);
  if (mantissa >= 2n ** 64n) mantissa = divide(upper, lower, --shift);
  return shift >= 0n ? { upper: mantissa, lower: 2n ** shift } : { upper: mantissa * 2n ** -shift, lower: 1n };
}

function divide(upper: bigint, lower: bigint, shift: bigint): bigint {
  const [top, bottom] = shift >= 0n ? [upper << shift, lower] : [upper, lower << -shift];
  const [quotient, twice] = [top / bottom, (top % bottom) * 2n];
  return twice > bottom || (twice === bottom && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** Ten decimals, halves away from zero. */
function tenDecimals(upper: bigint, lower: bigint): string {
  const sign = upper < 0n ? '-' : '';
  const scaled = ((upper < 0n ? -upper : upper) * 10n ** 10n * 2n + lower) / (lower * 2n);
  const digits = String(scaled).padStart(11, '0');
  return `${sign}${digits.slice(0, -10)}.${digits.slice(-10)}`;
}
