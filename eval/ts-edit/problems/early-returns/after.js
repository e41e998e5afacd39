/** In cents; null if the parcel cannot be sent. */
export function shippingCost(parcel) {
  if (typeof parcel?.weight !== "number") throw new TypeError("a parcel has a weight");
  if (!(parcel.weight <= 30)) return null;
  if (parcel.country === "DE") return parcel.express ? 1290 : 490;
  if (parcel.express) return null;
  return 990 + Math.ceil(parcel.weight) * 50;
}

export function describeShipping(parcel) {
  const cost = shippingCost(parcel);
  return cost === null ? "cannot be sent" : `${(cost / 100).toFixed(2)} EUR`;
}
