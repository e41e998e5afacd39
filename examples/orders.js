function totalPrice(orders) {
  var total = 0;
  for (var i = 0; i < orders.length; i++) {
    var order = orders[i];
    total = total + order.price;
  }
  return total;
}
