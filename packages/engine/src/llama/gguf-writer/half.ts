const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** Returns the bits of a number as an IEEE 754 half, rounded to nearest. */
export function halfBits(value: number): number {
  float[0] = value;
  const all = bits[0] ?? 0;
  const sign = (all >>> 16) & 0x8000;
  const exponent = ((all >>> 23) & 0xff) - 127 + 15;
  const mantissa = all & 0x7fffff;
  if (exponent >= 31) return sign | 0x7c00;
  if (exponent > 0) return sign | (((exponent << 10) | (mantissa >>> 13)) + ((mantissa >>> 12) & 1));
  const shift = 14 - exponent;
  if (shift > 24) return sign;
  const whole = mantissa | 0x800000;
  return sign | ((whole >>> shift) + ((whole >>> (shift - 1)) & 1));
}
