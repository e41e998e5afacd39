const addPrices = (prices) => (prices.length === 0 ? 0 : prices[0] + addPrices(prices.slice(1)));
