/** In cents; null if the parcel cannot be sent. */
export function shippingCost(parcel) {
  let cost;
  if (parcel && typeof parcel.weight === "number") {
    if (parcel.weight <= 30) {
      if (parcel.country === "DE") {
        if (parcel.express) {
          cost = 1290;
        } else {
          cost = 490;
        }
      } else {
        if (parcel.express) {
          cost = null;
        } else {
          cost = 990 + Math.ceil(parcel.weight) * 50;
        }
      }
    } else {
      cost = null;
    }
  } else {
    throw new TypeError("a parcel has a weight");
  }
  return cost;
}

export function describeShipping(parcel) {
  const cost = shippingCost(parcel);
  return cost === null ? "cannot be sent" : `${(cost / 100).toFixed(2)} EUR`;
}
